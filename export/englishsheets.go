package export

// englishSheets are the words of the workbook's sheets by their keys.
var englishSheets = map[string]string{
	"export.register": "Benefits register", "export.capacity": "Capacity", "export.partner": "Partner",
	"export.lead.register":    "Every benefit with who answers for it, how it is measured, and from where to where. The full-year value follows the Value account.",
	"export.lead.capacity":    "How ready each partner finds itself, from 0 to 4, component by component, with the evidence it gave.",
	"export.lead.votes":       "How the room stood, place by place. Never a mean: the low end is where the work is.",
	"export.lead.provenance":  "What this workbook was made from, what it is calculated with, and what it leaves out.",
	"export.lead.definitions": "What the words mean, and the lists that drop-downs choose from.",
	"export.minutes":          "Minutes", "export.lead.minutes": "How long each step was meant to take and how long it took, in minutes.", "export.about.minutes": "Minutes planned and used, step by step.",
	"export.head.sitting": "Sitting", "export.head.planned": "Planned", "export.head.used": "Used", "export.head.over": "Over",
	"export.facilitator.only": "The facilitator's own copy: holds what is private",
	"export.audience":         "Made for", "export.audience.facilitator": "The facilitator: nothing is left out", "export.audience.room": "The room, as on the projector", "export.audience.reader": "Readers who were not there",

	"export.about.summary": "The whole of it on one page.", "export.about.commitments": "Who promised what, by when, and what will show that it is done.",
	"export.about.gives": "What each partner offers, gives up and needs, and what that waits for.", "export.about.asks": "Requests between partners, with the answers.", "export.about.tensions": "Two good things that pull apart, how they are held, and what no partner can do.",
	"export.about.register": "Every benefit with its owner, measure, baseline and target.", "export.about.account": "Every figure live: change a yellow one and the account follows.", "export.about.payers": "What each party pays, gains and has left, and the money year by year.",
	"export.about.beyond": "What matters and has no price.", "export.about.indicators": "The numbers to watch, their readings and how far they have come.", "export.about.actions": "The next tasks, with heads that task boards import.",
	"export.about.decisions": "What was decided, why, and who saw it otherwise.", "export.about.risks": "What may go wrong, and what is taken for granted.", "export.about.capacity": "Readiness scores before and after, with a radar.",
	"export.about.partner": "One page to take home: offers, asks, promises and money.", "export.about.notes": "Everything said, by step and cluster, with votes.", "export.about.votes": "Every closed vote, place by place.", "export.about.board": "The board of every phase as a picture.",
	"export.about.provenance": "Version, revision, parameters, and what was left out.", "export.about.definitions": "Words, and the lists for drop-downs.",
	"export.rows": "rows: {0}", "export.partners.n": "{0} partners",
	"export.rule.on record": "On the record: what was said may be quoted with the partner's name.", "export.rule.chatham house": "Chatham House: use what was said, never who said it.", "export.rule.anonymous": "Anonymous: no note carries a name.",
	"export.read.4": "Cells with a list have a drop-down. Add rows at the end of a table and leave their Ref empty: they are taken for new.",

	"export.head.action-status": "Status", "export.head.activities": "Activities required", "export.head.amount": "Quantity", "export.head.assigned": "Assigned To", "export.head.class": "Class", "export.head.component": "Component",
	"export.head.costs": "Costs", "export.head.description": "Description", "export.head.benefit-title": "Benefit", "export.head.up-a": "Good of one side", "export.head.down-a": "Too much of it", "export.head.up-b": "Good of the other", "export.head.down-b": "Too much of the other",
	"export.head.due-date": "Due Date", "export.head.exposure": "Product", "export.head.feature": "Service feature", "export.head.from-where": "From where", "export.head.full-year": "Full-year value",
	"export.head.grounds": "Rests on", "export.head.improvement": "Target improvement", "export.head.labels": "Labels", "export.head.latest-date": "Read on", "export.head.frequency": "How often", "export.head.measure": "Measure", "export.head.officer": "Responsible officer", "export.head.part": "Share",
	"export.head.points": "Score, 0 to 4", "export.head.resource": "Resource", "export.head.score-evidence": "Evidence for the score", "export.head.superseded": "Superseded by", "export.head.timescale": "Timescale", "export.head.vote": "Vote", "export.head.when": "When",

	"export.ask": "ask", "export.loss": "A loss", "export.more": "and {0} more, in the list below", "export.timescale": "years {0} to {1}", "export.timescale.year": "year {0}", "export.improve": "from {0} to {1}", "export.improve.to": "to {0}", "export.round.n": "round {0}", "export.part.of": "{0}, part {1} of {2}",
	"export.component.insight": "Insight", "export.component.brokerage": "Brokerage", "export.component.design": "Design", "export.component.incentives": "Incentives and shared goals", "export.component.risk": "Risk", "export.component.resources": "Resources",
	"export.component.leadership": "Leadership", "export.component.innovation": "Innovation", "export.component.agility": "Agility", "export.component.transparency": "Transparency", "export.component.engagement": "Engagement and democracy", "export.component.evidence": "Evidence",
	"export.capacity.middle": "Where the partners stand: the middle score", "export.capacity.how": "Half the partners score higher, half lower. Worked out from the list below; unscored is left empty.", "export.capacity.before": "Before", "export.capacity.after": "After", "export.capacity.median": "Middle",
	"export.yearly":     "The money, year by year",
	"export.alt.payers": "Bars: what each party pays and gains, as present values. What each has left: {0}.", "export.alt.yearly": "Columns: cost and benefit in each of {0} years; a line: what they have added up to, {1} in the last.",
	"export.alt.votes": "Columns: {0}. {1}.", "export.alt.capacity": "A radar of the middle score of {0} partners in each of twelve components, from 0 to 4.",

	"export.offers": "What we offer", "export.giveups": "What we give up", "export.asked.by": "What we asked for", "export.asked.of": "What was asked of us", "export.why": "Why it matters to us", "export.leave": "What would make us leave: {0}",
	"export.loses": "Costs us: {0}", "export.waits": "Waits for: {0}", "export.done-when": "Done when: {0}", "export.moves": "What would move it: {0}", "export.party.pays": "We pay, over {0} years (present value)", "export.party.gains": "We gain, over {0} years (present value)", "export.party.left": "Gains less pays",
	"export.open": "Still open", "export.open.none": "Nothing that the room was asked is without an answer.", "export.open.asks": "{0} asks wait for an answer.", "export.open.firm": "{0} offers or give-ups are not confirmed.", "export.open.gross": "{0} benefits are gross, not adjusted, and left out of the totals.", "export.open.baseline": "{0} indicators have no baseline.",
	"export.unanswered.asks": "Asks without an answer", "export.unanswered.firm": "Offers and give-ups not confirmed", "export.unanswered.gross": "Benefits gross, not adjusted", "export.unanswered.baseline": "Indicators without a baseline",

	"export.left.private": "{0} notes that are private", "export.left.down": "{0} notes that lie face down", "export.left.pictures": "{0} pictures that are private", "export.left.redlines": "{0} red lines kept between the partner and the facilitator", "export.left.leave": "{0} answers to what would make a partner leave, not shared",
	"export.left.contacts": "{0} private contacts", "export.left.causes": "{0} causes that hang on a private note", "export.left.named": "{0} names on notes, by the attribution rule or because they are anonymous", "export.left.polls": "{0} open votes: their counts show once they are closed",
	"export.left.nothing.facilitator": "Nothing. Do not pass this copy on.",
	"export.unanswered.title":         "Not answered yet", "export.present": "people: {0}", "export.parameters": "What it is calculated with", "export.parameters.how": "Change rates, grades and timing on the Value account: it follows. This is the record of what they were.", "export.parameter": "Parameter",
	"export.discount.schedule": "Discount rates", "export.timing.name": "Timing of discounting", "export.horizon": "Years looked at", "export.priceyear": "Prices of the year", "export.from.workshop": "set in this workshop",
	"export.rate.year": "Discount rate from year {0}", "export.grade.cost": "Costs, grade {0}: added", "export.grade.benefit": "Benefits, grade {0}: taken off",
	"export.lists.how":          "Drop-downs take their words from here. A word that is on no list may be typed: nothing is refused.",
	"export.list.List_Partners": "Partners", "export.list.List_Status": "Status of a commitment", "export.list.List_Action": "Status of an action", "export.list.List_Firmness": "Firmness", "export.list.List_Side": "Offer or give-up", "export.list.List_Resource": "Resource",
	"export.list.List_Basis": "Basis of a value", "export.list.List_Recurrence": "Each", "export.list.List_Answer": "Answer to an ask", "export.list.List_Stance": "Stance to a tension", "export.list.List_Ground": "Ground of a red line", "export.list.List_Category": "Category of a benefit",
	"export.list.List_Class": "Class of a benefit", "export.list.List_Direction": "Direction of an indicator", "export.list.List_Evidence": "What a note rests on", "export.list.List_Component": "Component of capacity", "export.list.List_When": "Before or after", "export.list.List_Points": "Score", "export.list.List_Five": "Likelihood or impact",

	"export.def.10": "Firmness|How sure an offer is: exploring, offered, conditional, confirmed, delivering, delivered; withdrawn and declined no longer count.", "export.def.11": "Red line|What a partner cannot do, on which ground, and what would move it.", "export.def.12": "Baseline|Where a measure stood before anything was done, with the day and the source.",
	"export.def.13": "Drop-off|The share of a benefit that is lost each year.", "export.def.14": "RACI|Who is responsible (R) for a task, who accountable (A), who is consulted (C) and who informed (I).",
}

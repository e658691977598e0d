package export

// english are the words of a report by their keys.
var english = map[string]string{
	"export.commitments": "Commitments", "export.gives": "Gives and gets", "export.asks": "Asks", "export.tensions": "Tensions", "export.redlines": "Red lines",
	"export.payers": "Who pays, who gains", "export.beyond": "Beyond money", "export.indicators": "Indicators", "export.readings": "Readings", "export.actions": "Actions",
	"export.decisions": "Decisions", "export.risks": "Risks and assumptions", "export.votes": "Votes", "export.notes": "Notes",
	"export.cover": "Cover", "export.summary": "Summary", "export.account": "Value account", "export.board": "Board", "export.provenance": "Provenance", "export.definitions": "Definitions",
	"export.risk": "risk", "export.assumption": "assumption", "export.nothing": "Nothing today, because {0}", "export.unallocated": "Nobody named",
	"export.head.ref": "Ref", "export.head.partner": "Partner", "export.head.what": "What", "export.head.from": "From", "export.head.role": "Accountable role", "export.head.due": "Due",
	"export.head.evidence": "Evidence", "export.head.status": "Status", "export.head.raci": "RACI", "export.head.review": "Review", "export.head.task": "Task", "export.head.owner": "Owner",
	"export.head.decision": "Decision", "export.head.options": "Options", "export.head.rationale": "Rationale", "export.head.dissent": "Dissent, in its own words", "export.head.kind": "Kind",
	"export.head.event": "What may happen", "export.head.cause": "Cause", "export.head.effect": "Effect", "export.head.likelihood": "Likelihood", "export.head.impact": "Impact", "export.head.response": "Response",
	"export.head.side": "Offer or give-up", "export.head.to": "To", "export.head.quantity": "Quantity", "export.head.unit": "Unit", "export.head.value": "Value", "export.head.recurrence": "Each", "export.head.basis": "Basis",
	"export.head.start": "Start", "export.head.end": "End", "export.head.firmness": "Firmness", "export.head.condition": "Waits for", "export.head.loses": "What is lost",
	"export.head.asked-by": "Asked by", "export.head.asked-of": "Asked of", "export.head.answer": "Answer", "export.head.reply": "Reply",
	"export.head.pole-a": "One side", "export.head.pole-b": "The other side", "export.head.stance": "Stance", "export.head.how": "How we hold it", "export.head.warnings": "Early warnings", "export.head.purpose": "Shared purpose", "export.head.fear": "Shared fear", "export.head.watcher": "Watcher",
	"export.head.line": "Red line", "export.head.ground": "Ground", "export.head.move": "What would move it",
	"export.head.party": "Party", "export.head.cost": "Pays (PV)", "export.head.benefit": "Gains (PV)", "export.head.net": "Net (PV)", "export.head.category": "Category", "export.head.who": "Who", "export.head.scale": "−3 to +3", "export.head.story": "Story",
	"export.head.indicator": "Indicator", "export.head.definition": "Definition", "export.head.direction": "Direction", "export.head.baseline": "Baseline", "export.head.baseline-date": "Baseline date", "export.head.source": "Source", "export.head.target": "Target", "export.head.target-date": "Target date",
	"export.head.do-nothing": "If nothing is done", "export.head.latest": "Latest", "export.head.progress": "Progress", "export.head.date": "Date", "export.head.reading": "Reading",
	"export.head.step": "Step", "export.head.zone": "Zone", "export.head.cluster": "Cluster", "export.head.note": "Note", "export.head.said-by": "Said by", "export.head.votes": "Votes", "export.head.state": "State",
	"export.head.question": "Question", "export.head.method": "Way of asking", "export.head.round": "Round", "export.head.option": "Option", "export.head.count": "Count",
	"export.invented": "This workshop is invented. It shows what Trestle does; no organisation named here took part.",
	"export.read":     "How to read this workbook", "export.read.1": "Every row of a register has a Ref in its first column. Keep it: the next meeting reads changes back by it.",
	"export.read.2": "Yellow figures on the Value account are what people said; change one and the account follows. Unknown is left empty: it is not nought.",
	"export.read.3": "Tensions are held, not settled: each has a watcher and an early warning.",
	"export.date":   "Date", "export.place": "Place", "export.review": "Next review", "export.contact": "Contact", "export.rule": "On the record", "export.marking": "Marking", "export.contents": "Contents", "export.partners": "Partners",
	"export.problem": "The problem", "export.goal": "The shared goal", "export.unsaid": "Not said.", "export.problem.frame": "When {0}, {1} {2}. This means {3}.", "export.goal.frame": "By {0}, {1} in {2} will {3}.",
	"export.support": "Support in the room", "export.top": "Commitments, first due first", "export.worth": "What it is worth", "export.held": "Tensions we hold", "export.next": "Next five actions", "export.none": "None yet.",
	"export.worth.line":  "Net present value {0} over {1} years ({2}, {3}; price base {4}); range {5} to {6}. Cost {7}, benefit {8}.",
	"export.worth.ratio": "For each {0}1 of cost, benefit of {0}{1} (range {0}{2} to {0}{3}); read it beside who pays and what money does not show.",
	"export.worth.gross": "{0} lines are gross, not adjusted, and are left out.", "export.worth.none": "No cost or benefit has been entered: nothing is claimed.",
	"export.inputs": "Inputs", "export.costs": "Costs, by year", "export.benefits": "Benefits", "export.byyear": "Benefits, by year", "export.totals": "Totals", "export.checks": "Checks (all must be 0)", "export.grades": "Confidence grades", "export.shares": "Shares of each benefit",
	"export.line": "Line", "export.grade": "Grade", "export.correction": "Correction", "export.year": "Year", "export.label": "Label", "export.factor": "Discount factor", "export.pv": "PV", "export.quantity": "Quantity", "export.unitvalue": "Unit value", "export.deadweight": "Deadweight", "export.displacement": "Displacement", "export.attribution": "Due to others", "export.dropoff": "Drop-off", "export.lag": "Lag", "export.duration": "Years", "export.sign": "Sign", "export.counts": "Counts", "export.base": "First year",
	"export.pvc": "PV of cost", "export.pvb": "PV of benefit", "export.npsv": "Net present social value", "export.bcr": "Benefit for each 1 of cost", "export.cost.total": "Cost", "export.benefit.total": "Benefit", "export.net.total": "Net", "export.cumulative": "Cumulative", "export.gradecost": "Costs +", "export.gradebenefit": "Benefits −", "export.sum": "Sum", "export.mitigation": "Mitigation", "export.na": "n/a", "export.discounting": "Discounting",
	"export.check.parties": "Sum of nets by party − NPSV", "export.check.years": "Sum of discounted years − NPSV", "export.check.shares": "Shares over 100 %",
	"export.made": "Made by", "export.made.at": "Exported", "export.revision": "File revision", "export.framework": "Framework", "export.sittings": "Sittings", "export.left": "Left out", "export.left.words": "Private notes, private red lines, answers to what would make us leave that were not shared, counts of open votes, contacts.", "export.rounding": "Rounding", "export.rounding.words": "Computed at full precision; rounded half away from zero only as shown.", "export.unanswered": "Asks not answered", "export.vintage": "Discount table", "export.grading": "Grades", "export.lost": "Texts changed to fit a cell",
	"export.word": "Word", "export.meaning": "Meaning", "export.lists": "Lists for the drop-downs",
	"export.def.1": "Give-up|Something a partner stops, hands over or shares so that the goal can be met: budget, control, a target, a rule, credit.", "export.def.2": "Ask|A request from one partner to another, answered yes, no, I will try, or too vague.", "export.def.3": "Package|Contributions that wait for each other and are confirmed together or not at all.", "export.def.4": "Tension|Two good things that pull apart. It is held and reviewed, not voted away.", "export.def.5": "Commitment|A promise with a partner, an accountable role, a date and evidence of done.", "export.def.6": "Deadweight|The share of a benefit that would have happened anyway.", "export.def.7": "Grade|How sure a figure is: 1 audited or trial, 6 somebody's judgement. Weaker figures are corrected more.", "export.def.8": "Present value (PV)|Money in later years counted at less, by the discount factor of its year.", "export.def.9": "Gross, not adjusted|Nobody has said what would have happened anyway; the line stays out of the totals.",
	"export.picture": "The board of the phase {0}: {1} notes.",
}

// Keys are the words a report needs, in English, for the language files.
func Keys() map[string]string {
	out := make(map[string]string, len(english))
	for k, v := range english {
		out[k] = v
	}
	return out
}

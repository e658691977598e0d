package app

import "trestle/app/workshop"

func (x *suffolk) statements() {
	x.step("problem.say")
	x.put("problem.edit", workshop.Problem{
		ID: workshop.Sole("problem"), Who: "disabled people in Ipswich", Situation: "they ask for help", Trouble: "tell the same story to three organisations and wait 14 weeks for a decision",
		Effect: "people give up half-way and all three of us pay twice", WhyNow: "local decisions are allowed from April", DoNothing: "the wait passes 20 weeks by 2029",
		Text: "Disabled people in Ipswich tell the same story to three organisations and wait 14 weeks for a decision.",
	})
	for _, c := range []struct {
		text, whose, note string
	}{
		{"Three forms, three assessors", "ours", "Three forms, three assessors"},
		{"Each law asks a different test", "somebody else's", "Each law asks a different test"},
		{"No shared record", "shared", "No shared record"},
		{"Savings land in somebody else's budget", "shared", "Savings land in somebody else's budget"},
	} {
		x.put("cause.add", workshop.Cause{ID: workshop.NewID("cause"), Of: workshop.Sole("problem"), Text: c.text, Whose: c.whose, Depth: 1, Note: x.notes[c.note]})
	}
	x.whys()
	x.put("evidence.add",
		workshop.Evidence{ID: workshop.NewID("evidence"), For: x.notes["14 weeks from claim to decision"], Text: "Claims system, all decisions of 2025", Source: "DWP claims system (invented figures)", Date: "2026-01-31", Grade: 1},
		workshop.Evidence{ID: workshop.NewID("evidence"), For: x.notes["One in five adaptations made twice"], Text: "Works orders, 2024 and 2025", Source: "IBC works orders (invented figures)", Date: "2025-12-31", Grade: 2})
	x.ordinal("problem.say", workshop.FistToFive, "Is this the problem?", map[string]map[string]int{"5": {"SCC": 2, "CHA": 3}, "4": {"SCC": 1, "IBC": 3, "DWP": 1, "CHA": 1}, "2": {"SCC": 1, "DWP": 2}}, "")
	x.hear("2", "It sounds as if only the assessments were broken")
	x.again(map[string]map[string]int{"5": {"SCC": 2, "CHA": 3}, "4": {"SCC": 2, "IBC": 3, "DWP": 2, "CHA": 1}, "3": {"DWP": 1}})
	x.step("goal.say")
	x.put("goal.edit", workshop.Goal{
		ID: workshop.Sole("goal"), By: "2027-03-31", People: "eight disabled people in ten", Place: "Ipswich", Condition: "have one conversation, one record and one decision within four weeks",
		Proof: "Twenty joint assessments in the customer centre by June",
		Text:  "By March 2027, one conversation, one record and one decision within four weeks, for eight people in ten.",
	})
	for _, i := range []struct{ tag, why, leave string }{
		{"SCC", "Assessors stop chasing paper", "If costs come to us and savings to others"},
		{"IBC", "Adaptations fit the first time", "If the customer centre becomes a benefits office"},
		{"DWP", "Fewer appeals", "If local decisions break national rules"},
		{"CHA", "People are believed the first time", "If our advisers are asked to report on people"},
	} {
		x.put("interest.add", workshop.Interest{ID: workshop.NewID("interest"), Partner: x.who[i.tag], Why: i.why, Leave: i.leave, Shared: i.tag == "CHA"})
	}
	x.ordinal("goal.say", workshop.Gradients, "How far do we support the goal?", map[string]map[string]int{"1": {"SCC": 1, "CHA": 1}, "2": {"IBC": 1}, "3": {"DWP": 1}}, "We need the national rule checked before we sign")
}

func (x *suffolk) indicators() {
	x.step("goal.see")
	add := func(name, unit, dir string, base, target workshop.Maybe, by, tag, source string, readings ...float64) workshop.ID {
		i := workshop.Indicator{ID: workshop.NewID("indicator"), Name: name, Unit: unit, Direction: dir, Baseline: base, Target: target, TargetDate: workshop.Date(by), Owner: x.who[tag], Source: source, OwnerRole: "performance lead", Frequency: "quarterly"}
		if base.Known {
			i.BaselineDate = "2025-12-31"
		} else {
			i.FindBy = "2026-06-30"
		}
		x.put("indicator.add", i)
		for n, v := range readings {
			x.put("reading.add", workshop.Reading{ID: workshop.NewID("reading"), Indicator: i.ID, Date: []workshop.Date{"2025-06-30", "2025-09-30", "2025-12-31", "2026-02-28"}[n], Value: v, Source: source})
		}
		return i.ID
	}
	k, no := workshop.Know, workshop.Maybe{}
	weeks := add("Weeks from claim to decision", "weeks", "down", k(14), k(4), "2027-03-31", "DWP", "Claims system", 16, 15, 14, 13)
	once := add("Claimants assessed once", "%", "up", k(8), k(80), "2027-03-31", "SCC", "Joint record", 6, 7, 8, 11)
	add("Adaptations made twice", "in 100", "down", k(20), k(0), "2027-09-30", "IBC", "Works orders")
	add("Claimants in work after a year", "%", "up", no, k(35), "2028-03-31", "DWP", "Survey")
	for id, v := range map[workshop.ID]float64{weeks: 20, once: 8} {
		i, _ := workshop.Find[workshop.Indicator](x.doc(), id)
		i.DoNothing = k(v)
		x.put("indicator.edit", i)
	}
}

// offers are 24 contributions, one cell of nothing today, and a package of three.
func (x *suffolk) offers() {
	x.step("offer.offer")
	made := map[string]workshop.ID{}
	add := func(tag, side, resource, what, to, firmness string, edit func(*workshop.Contribution)) {
		c := workshop.Contribution{ID: workshop.NewID("contribution"), Partner: x.who[tag], Side: side, Resource: resource, What: what, To: x.who[to], Firmness: firmness, Reversible: "yes"}
		if edit != nil {
			edit(&c)
		}
		made[what] = c.ID
		x.do(workshop.Contribute(x.doc(), c))
	}
	fte := func(n float64, start workshop.Date) func(*workshop.Contribution) {
		return func(c *workshop.Contribution) {
			c.Quantity, c.Unit, c.Start, c.Basis = workshop.Know(n), "FTE", start, "in kind"
		}
	}
	pounds := func(n float64) func(*workshop.Contribution) {
		return func(c *workshop.Contribution) {
			c.Quantity, c.UnitValue, c.Recurrence, c.Basis = workshop.Know(1), workshop.Know(n*100), "a year", "cash"
		}
	}
	const o, g, yes, off = workshop.Offer, workshop.GiveUp, workshop.Confirmed, workshop.Offered
	add("SCC", o, "staff time", "Two assessors based in the shared space", "DWP", yes, fte(2, "2026-09-01"))
	add("SCC", o, "data", "Social care case data, by consent", "DWP", off, nil)
	add("SCC", o, "knowledge", "Training in the one conversation", "CHA", yes, nil)
	add("SCC", o, "reach", "Every review letter names the shared desk", "IBC", off, nil)
	add("IBC", o, "premises", "Ground floor of the customer centre", "", yes, pounds(30000))
	add("IBC", o, "staff time", "Housing officer two days a week", "SCC", off, fte(0.4, "2026-09-01"))
	add("IBC", o, "data", "Adaptations history, by consent", "SCC", off, nil)
	add("DWP", o, "staff time", "Decision maker on site", "IBC", yes, fte(1, "2026-10-01"))
	add("DWP", o, "data", "Read access to claim status", "SCC", off, nil)
	add("DWP", o, "powers", "Same-day decision for crisis cases", "CHA", off, nil)
	add("CHA", o, "staff time", "Two trained advisers", "", yes, fte(1.5, "2026-09-01"))
	add("CHA", o, "reach", "Our waiting list, asked if they want to be first", "SCC", yes, nil)
	add("CHA", o, "knowledge", "Lived-experience panel every quarter", "", yes, nil)
	x.step("offer.give-up")
	add("SCC", g, "process", "Own assessment form; adopt the joint one", "DWP", off, func(c *workshop.Contribution) { c.Loses = "A form we know; six months of retraining" })
	add("SCC", g, "money", "First call on the adaptations budget", "IBC", off, pounds(85000))
	add("SCC", g, "target", "Counting our own assessments only", "", off, nil)
	add("IBC", g, "credit", "Our logo on the door", "SCC", yes, nil)
	add("IBC", g, "control", "Choosing the contractor alone", "SCC", off, nil)
	add("IBC", g, "process", "Separate home visit", "SCC", off, nil)
	add("CHA", g, "control", "Our own triage", "SCC", off, nil)
	add("CHA", g, "target", "Being paid by contact", "SCC", "exploring", nil)
	add("CHA", g, "service", "Monday drop-in, moved to the shared desk", "IBC", yes, nil)
	x.conditions(made)
	x.put("nothing.add", workshop.NothingToday{ID: workshop.NewID("nothing"), Partner: x.who["DWP"], Side: g, Because: "the appointment rule needs a minister's yes; we ask by June"})
}

// conditions make a package of three, and two that wait for something else.
func (x *suffolk) conditions(made map[string]workshop.ID) {
	x.step("offer.if")
	wait := func(of, on string) { x.do(workshop.WaitFor(x.doc(), made[of], made[on])) }
	wait("Social care case data, by consent", "Read access to claim status")
	wait("Read access to claim status", "Adaptations history, by consent")
	wait("Adaptations history, by consent", "Social care case data, by consent")
	wait("Same-day decision for crisis cases", "Own assessment form; adopt the joint one")
	x.do(workshop.WaitForEvent(x.doc(), made["Being paid by contact"], "the commissioners agree in May"))
}

func (x *suffolk) asks() {
	x.step("offer.ask")
	for _, a := range []struct{ from, to, text, answer, reply string }{
		{"SCC", "DWP", "Same-day benefit decision for crisis cases", "yes", "From October, for cases the desk marks"},
		{"SCC", "CHA", "Tell us within a week when someone gives up", "yes", ""},
		{"IBC", "SCC", "A single consent form before go-live", "no", "Legal needs until September"},
		{"IBC", "DWP", "One person we can ring about a claim", "will try", "We name a deputy by May"},
		{"DWP", "SCC", "One named contact per claimant", "yes", "The assessor who holds the case"},
		{"DWP", "IBC", "A private room for decisions", "yes", ""},
		{"CHA", "DWP", "Letters in plain words", "too vague", "Which letters first?"},
		{"CHA", "SCC", "Pay by outcome from next year", "unanswered", ""},
	} {
		x.put("ask.add", workshop.Ask{ID: workshop.NewID("ask"), From: x.who[a.from], To: x.who[a.to], Text: a.text, Answer: a.answer, Reply: a.reply, Met: a.answer == "yes"})
	}
}

func (x *suffolk) lines() {
	x.step("offer.if")
	x.answers("Would we sign this package today?", map[string]int{"yes, today": 5, "after our board": 6, "not as it stands": 2})
	x.step("offer.line")
	x.put("redline.add",
		workshop.RedLine{ID: workshop.NewID("redline"), Partner: x.who["DWP"], Text: "Entitlement is decided by law, not by the desk", Ground: "statutory", Move: "A change in regulations"},
		workshop.RedLine{ID: workshop.NewID("redline"), Partner: x.who["CHA"], Text: "No data without the person's consent", Ground: "ethical", Move: "Nothing"},
		workshop.RedLine{ID: workshop.NewID("redline"), Partner: x.who["SCC"], Text: "No net cost in the second year", Ground: "financial", Move: "A share of what DWP saves", Private: true})
	x.step("offer.tension")
	x.put("tension.add", workshop.Tension{
		ID: workshop.NewID("tension"), PoleA: "National rules, applied evenly", PoleB: "Local judgement, case by case", UpA: "Same answer everywhere", DownA: "The unusual case is turned away", UpB: "The answer fits the person", DownB: "Luck of the desk",
		Purpose: "Fair decisions people understand", Fear: "A scandal with our name on it", Warnings: "Two desks decide the same case differently", How: "Ten cases compared each month, in the open", Stance: "hold", Lean: workshop.Know(0.42), Watcher: "DWP district lead", Review: "2026-06-09",
	})
	x.put("tension.add", workshop.Tension{
		ID: workshop.NewID("tension"), PoleA: "Speed", PoleB: "Consent", UpA: "Help in time", DownA: "People signed up unasked", UpB: "People in control", DownB: "Weeks lost to forms",
		Purpose: "Help that people chose", Fear: "Losing people's trust", Warnings: "Consent forms signed in under a minute", How: "Consent is read aloud, never emailed", Stance: "hold", Lean: workshop.Know(0.6), Watcher: "Charity lead adviser", Review: "2026-06-09",
	})
}

// account is the partnership case: its figures are the oracle of the value engine.
func (x *suffolk) account() {
	x.step("value.much")
	cost := func(tag, text, nature, from string, by ...int64) {
		grade := map[string]int{"SCC": 2, "IBC": 3, "DWP": 1, "CHA": 4}[tag]
		c := workshop.Cost{ID: workshop.NewID("cost"), Party: x.who[tag], Text: text, Nature: nature, Grade: grade, Contribution: x.offered(from)}
		x.put("cost.add", c)
		for y, m := range by {
			x.do(workshop.SetAmount(x.doc(), c.ID, y, m*100))
		}
	}
	cost("SCC", "Joint assessors and training", "revenue", "Two assessors based in the shared space", 60000, 40000, 40000)
	cost("IBC", "Ground floor and housing officer", "revenue", "Ground floor of the customer centre", 20000, 20000, 20000)
	cost("DWP", "Decision maker on site", "revenue", "Decision maker on site", 30000, 15000, 15000)
	cost("CHA", "Advisers, in kind", "in kind", "Two trained advisers", 10000, 10000, 10000)
	k := workshop.Know
	named := map[string]workshop.ID{}
	for i := range workshop.All[workshop.Indicator](x.doc()) {
		named[i.Name] = i.ID
	}
	b1 := workshop.Benefit{
		ID: workshop.NewID("benefit"), Title: "Fewer repeat assessments", Category: "fiscal", Class: "non-cash releasing", Population: k(400), Engagement: k(0.75), Impact: k(0.4), Unit: "assessment", UnitValue: k(85000),
		Deadweight: k(0.2), Attribution: k(0.1), DropOff: k(0.1), Lag: 1, Duration: 3, Grade: 4, Officer: "head of assessments", Indicator: named["Claimants assessed once"], Source: "Invented for this sample", PriceYear: 2026, Who: "claimants and staff",
		Feature: "One joint assessment", Activities: "Joint form; assessors at the shared desk", Costs: "Assessors and training",
	}
	b2 := workshop.Benefit{
		ID: workshop.NewID("benefit"), Title: "Moved into work", Category: "fiscal", Class: "cash releasing", Population: k(400), Engagement: k(0.75), Impact: k(0.05), Unit: "person in work", UnitValue: k(923400),
		Deadweight: k(0.3), Attribution: k(0), Lag: 1, Duration: 2, Grade: 5, Officer: "district manager", Indicator: named["Claimants in work after a year"], Source: "Invented for this sample", PriceYear: 2026, Cashable: k(1),
		Feature: "Decision on site", Activities: "Decision maker four days a week", Costs: "Decision maker on site", Who: "claimants who want to work",
	}
	b3 := workshop.Benefit{
		ID: workshop.NewID("benefit"), Title: "Carer wellbeing", Category: "social", Class: "quantified", Quantity: k(120), Unit: "carer", UnitValue: k(65000),
		Deadweight: k(0.1), Attribution: k(0.25), DropOff: k(0.2), Duration: 3, Grade: 6, Officer: "carers' lead", Indicator: named["Weeks from claim to decision"], Source: "Invented for this sample", PriceYear: 2026, Who: "carers",
		Feature: "One visit, not three", Activities: "Visits booked together", Costs: "Advisers, in kind",
	}
	x.put("benefit.add", b1, b2, b3,
		workshop.Benefit{ID: workshop.NewID("benefit"), Title: "Being believed the first time", Category: "social", Class: "qualitative", Scale: 3, Story: "People say it before anything else", Officer: "charity lead adviser"},
		workshop.Benefit{ID: workshop.NewID("benefit"), Title: "Trust between front desks", Category: "social", Class: "qualitative", Scale: 2, Officer: "customer centre manager"},
		workshop.Benefit{ID: workshop.NewID("benefit"), Title: "A longer bus ride from Whitton", Category: "social", Class: "qualitative", Scale: -1, Story: "One desk is nearer for most, not for all", Officer: "customer centre manager"})
	x.step("value.who")
	x.do(workshop.SetShare(x.doc(), b1.ID, x.who["SCC"], 0.5))
	x.do(workshop.SetShare(x.doc(), b1.ID, x.who["DWP"], 0.5))
	x.do(workshop.SetShare(x.doc(), b2.ID, x.who["DWP"], 1))
	x.do(workshop.SetShare(x.doc(), b3.ID, x.who["RES"], 1))
	x.step("value.check")
	x.do(workshop.SetActual(x.doc(), b3.ID, 0, 2800000))
	x.do(workshop.SetActual(x.doc(), b1.ID, 1, 5100000))
}

func (x *suffolk) promises() {
	x.step("deliver.do")
	from := map[string]workshop.ID{}
	for c := range workshop.All[workshop.Contribution](x.doc()) {
		from[c.What] = c.ID
	}
	for _, c := range []struct{ from, tag, text, role, due, evidence string }{
		{"Two assessors based in the shared space", "SCC", "Two assessors work from the shared space", "head of assessments", "2026-09-01", "Rota published"},
		{"Training in the one conversation", "SCC", "Forty staff trained in the one conversation", "workforce lead", "2026-08-31", "Register of attendance"},
		{"Ground floor of the customer centre", "IBC", "Ground floor opens as the shared desk", "customer centre manager", "2026-09-01", "Keys handed over"},
		{"Our logo on the door", "IBC", "One name on the door, all four of ours under it", "communications lead", "2026-09-01", "Photograph"},
		{"Decision maker on site", "DWP", "A decision maker sits on site four days a week", "district manager", "2026-10-01", "Rota published"},
		{"Two trained advisers", "CHA", "Two advisers at the shared desk", "charity lead adviser", "2026-09-01", "Rota published"},
		{"Our waiting list, asked if they want to be first", "CHA", "First twenty people asked and booked", "charity lead adviser", "2026-06-30", "Booking list"},
		{"Lived-experience panel every quarter", "CHA", "Panel meets and is answered in writing", "panel chair", "2026-07-15", "Minutes with answers"},
		{"Monday drop-in, moved to the shared desk", "CHA", "Monday drop-in runs at the shared desk", "charity lead adviser", "2026-09-07", "Opening hours changed"},
	} {
		id := workshop.NewID("commitment")
		x.do(workshop.Commit(x.doc(), workshop.Commitment{ID: id, From: from[c.from], Partner: x.who[c.tag], Text: c.text, Role: c.role, Due: workshop.Date(c.due), Evidence: c.evidence}))
		x.put("raci.add", workshop.Raci{ID: workshop.NewID("raci"), Commitment: id, Party: x.who[c.tag], Part: "A"})
	}
	for _, a := range []struct{ tag, text, role, due string }{
		{"SCC", "Consent form drafted", "information governance", "2026-04-02"},
		{"IBC", "Desk space cleared", "facilities", "2026-04-09"},
		{"DWP", "Baseline survey", "analyst", "2026-05-16"},
		{"DWP", "Appointment rule sent to the minister", "policy lead", "2026-06-01"},
		{"CHA", "Ten letters chosen for plain words", "lead adviser", "2026-04-30"},
		{"SCC", "Data agreement signed by all four", "information governance", "2026-05-29"},
	} {
		x.put("action.add", workshop.Action{ID: workshop.NewID("action"), Text: a.text, Partner: x.who[a.tag], Role: a.role, Due: workshop.Date(a.due), Status: "to do"})
	}
}

func (x *suffolk) close() {
	x.step("deliver.fail")
	for _, r := range []workshop.Risk{
		{Event: "The data agreement is not signed in time", Cause: "Four legal teams", Effect: "The desk opens without a shared record", Likelihood: 3, Impact: 4, Owner: "information governance", Response: "One lawyer drafts for all"},
		{Event: "The assessor leaves", Cause: "One person knows the joint form", Effect: "Back to three forms", Likelihood: 2, Impact: 4, Owner: "head of assessments", Response: "Two trained from the start"},
		{Event: "Only easy cases are joined up", Cause: "Targets count visits", Effect: "The gap widens", Likelihood: 3, Impact: 3, Owner: "charity lead adviser", Response: "One hard case at each meeting"},
	} {
		r.ID = workshop.NewID("risk")
		x.put("risk.add", r)
	}
	x.put("assumption.add", workshop.Assumption{ID: workshop.NewID("assumption"), If: "people are asked once, face to face", Then: "fewer give up half-way", Because: "most stop at the second form"})
	x.step("deliver.support")
	x.ordinal("deliver.support", workshop.FistToFive, "How far does each of us support this?", map[string]map[string]int{"5": {"SCC": 2, "CHA": 2}, "4": {"SCC": 2, "IBC": 2, "CHA": 2}, "3": {"IBC": 1, "DWP": 2}, "2": {"DWP": 1}}, "")
	x.hear("2", "Not before the minister has answered")
	x.step("deliver.close")
	x.put("decision.add",
		workshop.Decision{ID: workshop.NewID("decision"), Text: "Open one shared desk in the customer centre on 1 September", Options: "One desk; three linked desks; phone only", Rationale: "People asked for one place", Dissent: "One desk may be too far for Whitton", Owner: "customer centre manager", Review: "2026-12-01"},
		workshop.Decision{ID: workshop.NewID("decision"), Text: "Share data by consent only, one form", Rationale: "The charity's red line, and the law's", Owner: "information governance", Review: "2026-06-09"})
	x.step("problem.why")
}

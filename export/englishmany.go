package export

// englishMany are the words of a workbook of many workshops by their keys.
var englishMany = map[string]string{
	"export.many.overview": "Workshops", "export.many.promises": "Commitments due", "export.many.tensions": "Tensions held", "export.many.indicators": "Indicators off track",
	"export.many.parties": "Value by party", "export.many.gaps": "Gates missing", "export.many.unread": "Not read",
	"export.lead.many.overview":   "Every workshop of the folder in one row. Its name opens its file; the other sheets have what stands behind the numbers.",
	"export.lead.many.promises":   "What was promised and is not done, first due first. What is overdue is bold.",
	"export.lead.many.tensions":   "Two good things that pull apart: who watches them, and when they are looked at again.",
	"export.lead.many.indicators": "Behind the straight line from baseline to target, past the date, outside what was to be held, or never read.",
	"export.lead.many.parties":    "Present values. Workshops differ in prices, years and discounting: a sum shows the order of size, not an account.",
	"export.lead.many.gaps":       "What a step should leave behind and has not yet. A gate advises; it locks nothing.",
	"export.lead.many.unread":     "These files are not in any number of this workbook.",
	"export.many.sums":            "{0} workshops · {1} commitments open, {2} of them overdue · {3} tensions held · {4} indicators off track · {5} things missing",
	"export.many.made":            "Folder {0}, {1} UTC, {2}. Only what a reader may see; private notes and red lines are left out.",
	"export.many.unread.n":        "{0} files are left out: the last sheet says which and why",
	"export.many.parties.sums":    "All workshops", "export.many.parties.rows": "Workshop by workshop",
	"export.many.copy":  "An older copy of {0}, which is in it.",
	"export.off.behind": "behind the line to its target", "export.off.missed": "its date has passed", "export.off.outside": "outside what was to be held",
	"export.head.workshop": "Workshop", "export.head.place": "Place", "export.head.stands": "Stands at", "export.head.partners": "Partners", "export.head.open": "Open", "export.head.late": "Overdue", "export.head.next-due": "Next due",
	"export.head.held": "Tensions held", "export.head.off": "Off track", "export.head.gaps": "Missing", "export.head.npsv": "Net present value", "export.head.next-review": "Next review", "export.head.file": "File",
	"export.head.days-late": "Days over", "export.head.why-off": "Why", "export.head.expected": "Expected by then", "export.head.currency": "Currency", "export.head.workshops": "Workshops", "export.head.prices": "Prices of", "export.head.years": "Years",
	"export.head.phase": "Phase", "export.head.missing": "What is missing", "export.head.why": "Why",
}

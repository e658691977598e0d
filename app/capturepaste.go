package app

import "strconv"

// preview shows what pasted lines will become, before they do.
func (l *capture) preview(lines []string) {
	k := l.c.kit
	const most = 500
	if len(lines) > most {
		lines = lines[:most]
	}
	col := column(6)
	for i, s := range lines {
		if i == 12 {
			col.Add(k.line(k.Say("paste.more", strconv.Itoa(len(lines)-12)), font{small, nil, "second"}))
			break
		}
		col.Add(k.panelBox(k.words(s, 400, font{small, nil, "ink"}), "paper", "line", 8))
	}
	var pop *sheet
	do := k.strong(k.Say("paste.do", strconv.Itoa(len(lines))), func() { pop.close(); _ = l.addLines(lines...) })
	pop = l.c.sheet(k.Say("paste.title", strconv.Itoa(len(lines))), col, k.plain(k.Say("cancel"), func() { pop.close() }), do)
	l.c.win.Canvas().Focus(do)
}

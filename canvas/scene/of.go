package scene

import "trestle/app/workshop"

// Of is what the lens sees: a phase is one board, with every step's zones on
// it; the matrix, the account and the accord have pictures of their own.
func Of(l Lens) Scene {
	b := &build{Lens: l}
	step := l.step()
	switch {
	case step.Own():
		return b.board()
	case step.ID == "offer.tension" && b.Showing.Count("tension") > 0:
		return b.tensions()
	case step.Phase == "offer" || step.ID == "goal.interest":
		return b.matrix()
	case step.Phase == "value" && step.Activity != workshop.CollectNotes:
		return b.account()
	case step.Phase == "deliver" && step.Activity != workshop.CollectNotes:
		return b.accord()
	case step.Activity == workshop.FormActivity:
		return b.table()
	case scores(step):
		return b.scoreTable()
	case b.bare():
		return b.listing()
	}
	return b.board()
}

// bare says whether the step keeps records on a phase that has no zone to put
// anything in and no statement to show: it is shown as lists.
func (b *build) bare() bool {
	for _, s := range b.Framework.Of(b.step().Phase) {
		if len(s.Zones) > 0 && !s.Own() {
			return false
		}
	}
	return len(listed(b.step())) > 0
}

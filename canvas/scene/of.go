package scene

import "trestle/app/workshop"

// Of is what the lens sees: a phase is one board, with every step's zones on
// it; the matrix, the account and the accord have pictures of their own.
func Of(l Lens) Scene {
	b := &build{Lens: l}
	step := l.step()
	switch {
	case step.Phase == "offer" || step.ID == "goal.interest":
		return b.matrix()
	case step.Phase == "value" && step.Activity != workshop.CollectNotes:
		return b.account()
	case step.Phase == "deliver" && step.Activity != workshop.CollectNotes:
		return b.accord()
	case step.ID == "open.table":
		return b.table()
	}
	return b.board()
}

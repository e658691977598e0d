package app

// What a facilitator says about things that move by themselves.
const (
	motionSystem = "system" // as the system says; one that says nothing lets them
	motionLess   = "less"
	motionFull   = "full"
)

// motions are they in the order the settings show them.
func motions() []string { return []string{motionSystem, motionLess, motionFull} }

// motion is what this user says of it.
func (s *settings) motion() string {
	switch m := s.prefs.String("motion"); m {
	case motionLess, motionFull:
		return m
	}
	return motionSystem
}

// isStill says whether nothing is to move by itself.
func (p *Program) isStill() bool {
	switch p.settings.motion() {
	case motionLess:
		return true
	case motionFull:
		return false
	}
	return p.still
}

// askMotion asks the system beside the windows whether it wants less motion, and
// tells them.
func (p *Program) askMotion(ask func() bool) {
	go func() {
		still := ask()
		p.later(func() {
			p.still = still
			p.applyMotion()
		})
	}()
}

func (p *Program) applyMotion() {
	for _, c := range p.controls {
		c.board.Still(p.isStill())
		if c.projector != nil {
			c.projector.screen.Still(p.isStill())
		}
	}
}

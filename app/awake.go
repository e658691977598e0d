package app

import "sync"

// releases are the ways by which the machine is kept awake, each with what ends it.
type releases []func()

// all ends every one, once.
func (r releases) all() func() {
	var once sync.Once
	return func() {
		once.Do(func() {
			for _, f := range r {
				f()
			}
		})
	}
}

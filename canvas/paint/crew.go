package paint

import (
	"image"
	"slices"
	"sync"
	"time"
)

// crew is the worker beside the window.
type crew struct {
	hand  sync.Mutex // holds the pen
	pen   *pen
	mu    sync.Mutex // holds what follows
	round int        // of work: what an earlier round makes is thrown away
	alive bool       // the newest round is not done
	made  []tile
	timer *time.Timer
}

// tile is a painted square.
type tile struct {
	key   tileKey
	img   *image.RGBA
	used  int  // the frame that showed it last
	old   bool // something on it looks different now
	took  time.Duration
	drawn int // items
}

// cancel throws away what is being made.
func (c *crew) cancel() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.round++
	c.alive, c.made = false, nil
}

func (c *crew) busy() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.alive
}

// collect takes what was made since.
func (c *crew) collect() []tile {
	c.mu.Lock()
	defer c.mu.Unlock()
	out := c.made
	c.made = nil
	return out
}

// later calls ready once the zoom has had time to settle.
func (c *crew) later(ready func()) {
	if c.timer != nil {
		c.timer.Stop()
	}
	c.timer = time.AfterFunc(settle+5*time.Millisecond, ready)
}

// tellEvery is how often the worker has what it made shown.
const tellEvery = 25 * time.Millisecond

// work paints tiles one after another, in place of what was being painted.
func (c *crew) work(keys []tileKey, j job, ready func()) {
	keys = slices.Clone(keys) // the list is the window's, and used again
	c.mu.Lock()
	c.round++
	c.alive = true
	round := c.round
	c.mu.Unlock()
	go func() {
		told := time.Now()
		for i, k := range keys {
			t, ok := c.one(round, k, j)
			if !ok || !c.keep(round, t, i == len(keys)-1) {
				return
			}
			if time.Since(told) > tellEvery {
				told = time.Now()
				ready()
			}
		}
		ready()
	}()
}

// one paints a tile, if it is still wanted.
func (c *crew) one(round int, k tileKey, j job) (tile, bool) {
	c.hand.Lock()
	defer c.hand.Unlock()
	c.mu.Lock()
	wanted := c.round == round
	c.mu.Unlock()
	if !wanted {
		return tile{}, false
	}
	began := time.Now()
	img := j.paint(c.pen, k)
	return tile{key: k, img: img, took: time.Since(began), drawn: c.pen.drawn}, true
}

// keep lays a tile by for the window, unless the round is over.
func (c *crew) keep(round int, t tile, last bool) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.round != round {
		return false
	}
	c.made = append(c.made, t)
	c.alive = !last
	return true
}

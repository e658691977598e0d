package app

import (
	"context"
	"os/exec"
	"strings"
	"time"
)

// lessMotion asks the Mac's settings whether the user wants less motion.
func lessMotion() bool {
	ctx, done := context.WithTimeout(context.Background(), time.Second)
	defer done()
	out, err := exec.CommandContext(ctx, "defaults", "read", "com.apple.universalaccess", "reduceMotion").Output()
	return err == nil && strings.TrimSpace(string(out)) == "1"
}

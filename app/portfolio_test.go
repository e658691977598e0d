package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/assets"
)

// many fills a folder with n workshops, each the sample with a title and
// commitments of its own, in folders of fifty.
func many(t testing.TB, dir string, n int) {
	t.Helper()
	o, err := file.ReadFrom(bytes.NewReader(assets.Sample))
	if err != nil {
		t.Fatal(err)
	}
	history := o.History()
	var who workshop.ID
	for p := range workshop.All[workshop.Partner](o.Document) {
		who = p.ID
	}
	for i := range n {
		head := workshop.One[workshop.Workshop](o.Document)
		head.Title = fmt.Sprintf("Workshop %04d", i)
		recs := []workshop.Record{head}
		for k := range 5 {
			recs = append(recs, workshop.Commitment{ID: workshop.ID(fmt.Sprintf("commitment:many%d-%d", i, k)), Partner: who, Text: fmt.Sprintf("Thing %d of %d", k, i), Role: "a role", Due: workshop.Date(fmt.Sprintf("2026-%02d-15", 1+(i+k)%12)), Evidence: "a photograph", Status: "open"})
		}
		c := workshop.Put(o.Document, "many", recs...)
		c.Origin, c.Seq, c.Lamport, c.At, c.Cause = "many", 1, o.Document.Lamport()+1, "2026-11-24T09:00:00Z", workshop.Doing
		sub := filepath.Join(dir, fmt.Sprintf("Area %02d", i/50))
		if err := os.MkdirAll(sub, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := file.WriteHistory(filepath.Join(sub, fmt.Sprintf("w %04d.trestle", i)), file.Options{By: "test"}, append(history[:len(history):len(history)], c)); err != nil {
			t.Fatal(err)
		}
	}
}

func gathers(t testing.TB, dir, out string) gathering {
	t.Helper()
	tongue, err := Speak("en")
	if err != nil {
		t.Fatal(err)
	}
	return gathering{dir: dir, out: out, say: tongue.Say, explain: tongue.Explain, now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)}
}

// TestPortfolio: good files are in it, bad ones listed, copies counted once,
// private things left out; the same folder gives the same bytes; it can be
// called off and then writes nothing.
func TestPortfolio(t *testing.T) {
	dir := t.TempDir()
	many(t, dir, 3)
	first := filepath.Join(dir, "Area 00", "w 0000.trestle")
	b, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"older copy.trestle": b[:len(b)*9/10], "junk.trestle": []byte("junk"), "empty.trestle": nil, ".hidden.trestle": b} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	private := filepath.Join(dir, "private.trestle")
	secret := workshop.Put(workshop.Document{}, "x", workshop.Workshop{ID: "workshop:1", Title: "Private"}, workshop.Partner{ID: "partner:1", Name: "P", Tag: "P", Contact: "CANARY"}, workshop.RedLine{ID: "redline:1", Partner: "partner:1", Text: "CANARY", Private: true}, workshop.Note{ID: "note:1", Step: "problem.why", Text: "CANARY", Private: true})
	secret.Origin, secret.Seq, secret.Lamport = "o", 1, 1
	source, _, err := ShippedFramework("collaborate")
	if err != nil {
		t.Fatal(err)
	}
	flow := workshop.Put(workshop.Document{}, "x", workshop.FrameworkCopy{ID: "framework:1", Name: "collaborate", Text: string(source)})
	flow.Origin, flow.Seq, flow.Lamport = "o", 2, 2
	if err := file.WriteHistory(private, file.Options{By: "test"}, []workshop.Change{secret, flow}); err != nil {
		t.Fatal(err)
	}
	g := gathers(t, dir, filepath.Join(dir, "out", "all.xlsx"))
	if _, err := g.write(context.Background()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("into a folder that is not there: %v", err)
	}
	g.out = filepath.Join(dir, "all.xlsx")
	told := 0
	g.told = func(_, all int, _ string) { told++ }
	n, err := g.write(context.Background())
	if err != nil || n.Workshops != 4 || n.Unread != 3 || told != 7 {
		t.Errorf("%+v, told %d times, %v", n, told, err)
	}
	one, _ := os.ReadFile(g.out)
	if strings.Contains(string(unzipped(t, one)), "CANARY") {
		t.Error("something private is in it")
	}
	if _, err := g.write(context.Background()); err != nil {
		t.Error(err)
	}
	if two, _ := os.ReadFile(g.out); !bytes.Equal(one, two) {
		t.Error("the same folder gives other bytes")
	}
	_ = os.Remove(g.out)
	ctx, stop := context.WithCancel(context.Background())
	g.told = func(int, int, string) { stop() }
	if _, err := g.write(ctx); !stopped(err) {
		t.Errorf("called off: %v", err)
	}
	if _, err := os.Stat(g.out); err == nil {
		t.Error("called off, and written")
	}
	if _, err := gathers(t, t.TempDir(), g.out).write(context.Background()); err == nil {
		t.Error("a folder without a workshop")
	}
}

// unzipped is every part of a workbook, one behind the other.
func unzipped(t *testing.T, book []byte) []byte {
	t.Helper()
	var out []byte
	for _, p := range partsOf(t, book) {
		out = append(out, p...)
	}
	return out
}

// BenchmarkPortfolio gathers a thousand workshops: under 30 s and 500 MB.
func BenchmarkPortfolio(b *testing.B) {
	dir := b.TempDir()
	many(b, dir, 1000)
	g := gathers(b, dir, filepath.Join(dir, "all.xlsx"))
	b.ReportAllocs()
	for b.Loop() {
		if n, err := g.write(context.Background()); err != nil || n.Workshops != 1000 {
			b.Fatal(n, err)
		}
	}
}

// TestStoryPortfolio writes one from the window, hears how far it is, and calls
// the next one off.
func TestStoryPortfolio(t *testing.T) {
	f := sits(t)
	dir := t.TempDir()
	many(t, dir, 4)
	ch := make(chan func(), 1000)
	f.later.Store(&ch)
	defer f.later.Store(nil)
	runs := func(g gathering, until func() bool) {
		t.Helper()
		f.c.program.gather(f.c.win, g)
		for limit := time.After(20 * time.Second); !until(); {
			select {
			case do := <-ch:
				do()
			case <-limit:
				t.Fatal("it does not end")
			}
		}
	}
	g := gathers(t, dir, filepath.Join(dir, "all.xlsx"))
	runs(g, func() bool { _, err := os.Stat(g.out); return err == nil })
	f.does("portfolio")
	g.out = filepath.Join(dir, "none", "all.xlsx")
	over := f.c.win.Canvas().Overlays()
	before := len(over.List())
	runs(g, func() bool { return len(over.List()) > before && len(ch) == 0 })
	if _, err := os.Stat(g.out); err == nil {
		t.Error("written into a folder that is not there")
	}
}

// TestPortfolioSaysWhatItLeftOut: the command prints where the workbook is, and
// on standard error how many files were not read, with no word of what "you
// entered"; it does not fail for it.
func TestPortfolioSaysWhatItLeftOut(t *testing.T) {
	dir := t.TempDir()
	many(t, dir, 1)
	whole := filepath.Join(dir, "Area 00", "w 0000.trestle")
	b, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	cut := filepath.Join(dir, "cut.trestle")
	if err := os.WriteFile(cut, b[:5000], 0o600); err != nil {
		t.Fatal(err)
	}
	book := filepath.Join(dir, "all.xlsx")
	var out, bad strings.Builder
	code := Line([]string{"portfolio", dir, book, "--quiet"}, Streams{In: strings.NewReader(""), Out: &out, Err: &bad}, nil)
	if code != ExitOK || !strings.HasPrefix(out.String(), book+"\n") || !strings.HasPrefix(bad.String(), "1 file was not read") {
		t.Errorf("exit %d\n%s\n%s", code, out.String(), bad.String())
	}
	raw, _ := os.ReadFile(book)
	if all := string(unzipped(t, raw)); !strings.Contains(all, "cut short or damaged") || strings.Contains(all, "What you entered") {
		t.Error("the workbook does not say that a file is cut short")
	}
	tongue, _ := Speak("en")
	if _, err := gathers(t, dir, book).brief(cut); !errors.Is(err, ErrCut) {
		t.Errorf("a file cut short: %v", err)
	}
	if says := tongue.ExplainRead(errors.New("the moon is full")); strings.Contains(says, "entered") {
		t.Errorf("says %q", says)
	}
}

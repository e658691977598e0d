package app

import (
	"io"

	"trestle/app/file"
	"trestle/app/workshop"
	"trestle/assets"
)

// ShippedFramework is a framework the program brings: its text and what it says.
func ShippedFramework(name string) ([]byte, workshop.Framework, error) {
	b, err := assets.Frameworks.ReadFile("framework/" + name + ".json")
	if err != nil {
		return nil, workshop.Framework{}, err
	}
	f, err := workshop.ParseFramework(b)
	return b, f, err
}

// framework is a framework the program brings, in this language: its text and
// what it says.
func (t *Tongue) framework(name string) ([]byte, workshop.Framework, error) {
	b, f, err := ShippedFramework(name)
	if err != nil || t.Tag == f.Language {
		return b, f, err
	}
	f = f.Spoken(t.Or)
	f.Language = t.Tag
	b, err = f.Source()
	return b, f, err
}

// CreateFile makes the file of a new workshop and closes it.
func CreateFile(path string, st workshop.Start, o file.Options) error {
	change, err := workshop.Begin(st)
	if err != nil {
		return err
	}
	s := workshop.NewSession(workshop.Document{}, o.Clock)
	var made []workshop.Change
	s.Watch(func(e workshop.Event) { made = append(made, e.Changes...) })
	if err := s.Do(change); err != nil {
		return err
	}
	store, err := file.Create(path, o, made...)
	if err != nil {
		return err
	}
	return store.Close()
}

func writeBytes(b []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}
}

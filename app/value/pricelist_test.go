package value

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"trestle/app/workshop"
)

func TestReadPrices(t *testing.T) {
	raw, err := os.ReadFile("testdata/prices.csv")
	if err != nil {
		t.Fatal(err)
	}
	want := []workshop.UnitCost{
		{Name: "Repeat assessment", Unit: "assessments", Value: know(85000), PriceYear: 2026, Source: "Invented for tests", Category: "fiscal"},
		{Name: "Move into work, one year", Unit: "people", Value: know(923400), PriceYear: 2026, Source: "Invented for tests", Category: "fiscal", Note: `Includes "benefits" saved`},
		{Name: "Carer wellbeing", Unit: "carers", Value: know(65050), PriceYear: 2025, Source: "Invented for tests", Category: "social"},
	}
	for i := range want {
		want[i].ID = workshop.PriceID(want[i])
	}
	for what, in := range map[string]string{
		"as it is":        string(raw),
		"from a mark":     "\ufeff" + string(raw),
		"ends of Windows": strings.ReplaceAll(string(raw), "\n", "\r\n"),
	} {
		got, err := ReadPrices(strings.NewReader(in), "GBP")
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v\n%+v, want\n%+v", what, err, got, want)
		}
	}
	got, err := ReadPrices(strings.NewReader("Item;Unit_cost;Year;Source\nA visit;42.1234;2024;A list\n"), "EUR")
	if err != nil || len(got) != 1 || got[0].Value != know(4212.34) {
		t.Errorf("semicolons and other names: %v %+v", err, got)
	}
}

// TestPricesRefused is a table of lists that are not taken, and what is said.
func TestPricesRefused(t *testing.T) {
	head := "name,value,price year,source\n"
	for in, want := range map[string]string{
		"":                                               "line 0 : empty",
		head:                                             "line 0 : empty",
		"name,value,source\na,1,x\n":                     "line 1 price year: column-missing",
		"name,value,year,source,colour\n":                "line 1 colour: column",
		"name,value,year,price year,source\n":            "line 1 price year: twice",
		head + "a,\"1,234\",2026,x\n":                    "line 2 value: number 1,234",
		head + "a,£850,2026,x\n":                         "line 2 value: number £850",
		head + "a,-5,2026,x\n":                           "line 2 value: number -5",
		head + "a,NaN,2026,x\n":                          "line 2 value: number NaN",
		head + "a,1e308,2026,x\n":                        "line 2 value: number 1e308",
		head + "a,+1,2026,x\n":                           "line 2 value: number +1",
		head + "a,1.,2026,x\n":                           "line 2 value: number 1.",
		head + "a,1.00001,2026,x\n":                      "line 2 value: number 1.00001",
		head + "a,99999999999999999999,2026,x\n":         "line 2 value: huge 99999999999999999999",
		head + "a,1,26,x\n":                              "line 2 price year: year 26",
		head + "a,1,2026.5,x\n":                          "line 2 price year: year 2026.5",
		head + "a,1,2026,\n":                             "line 2 source: need",
		head + ",1,2026,x\n":                             "line 2 name: need",
		head + "a,1,2026,x,more\n":                       "line 2 5: cell more",
		head + "a,1,2026,x\n A ,2,2027,x\na ,3,2026,x\n": "line 4 name: again 2",
		head + "a,\"1,2026,x\n":                          "line 2 : quotes",
		head + "a,1\x00,2026,x\n":                        "line 0 : letters",
		head + "\xff,1,2026,x\n":                         "line 0 : letters",
		head + strings.Repeat("n", 501) + ",1,2026,x\n":  "line 2 name: long 501, at most 500",
		strings.Replace(head, "name", "name,category", 1) + "a,nice,1,2026,x\n": "line 2 category: enum fiscal, economic, social, environmental",
		strings.Replace(head, "name", "name,currency", 1) + "a,EUR,1,2026,x\n":  "line 2 currency: currency EUR",
		head + strings.Repeat(" ", MaxPriceBytes):                               "line 0 : size 1",
	} {
		rows, err := ReadPrices(strings.NewReader(in), "GBP")
		var all PriceErrors
		if !errors.As(err, &all) || all[0].Error() != want || rows != nil {
			t.Errorf("%.60q: %v, %d rows; want %s", in, err, len(rows), want)
		}
	}
	var many strings.Builder
	many.WriteString(head)
	for i := range MaxPriceRows + 1 {
		many.WriteString("row " + strconv.Itoa(i) + ",1,2026,x\n")
	}
	var all PriceErrors
	if _, err := ReadPrices(strings.NewReader(many.String()), "GBP"); !errors.As(err, &all) || all[0].Reason != "rows" {
		t.Errorf("a list too long: %v", err)
	}
	if _, err := ReadPrices(strings.NewReader(head+strings.Repeat("a,x,2026,s\n", 400)), "GBP"); !errors.As(err, &all) || len(all) != maxPriceFails {
		t.Errorf("four hundred faults come as %d", len(all))
	}
}

func TestImportPricesTwice(t *testing.T) {
	read := func(value string) []workshop.UnitCost {
		rows, err := ReadPrices(strings.NewReader("name,value,year,source\nA visit,"+value+",2026,A list\n"), "GBP")
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	r := newRoom(t, workshop.Workshop{})
	for _, v := range []string{"10", "12.50"} {
		if err := r.s.Do(workshop.ImportPrices(r.s.Document(), read(v))); err != nil {
			t.Fatal(err)
		}
	}
	if list := workshop.List[workshop.UnitCost](r.s.Document()); len(list) != 1 || list[0].Value != know(1250) {
		t.Errorf("the list is %+v", list)
	}
}

// FuzzReadPrices takes anything whole or not at all: what it takes passes every
// limit, and written out again reads the same.
func FuzzReadPrices(f *testing.F) {
	raw, err := os.ReadFile("testdata/prices.csv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add([]byte("name;value;year;source\na;1;2026;b\n"))
	f.Add([]byte("name,value,year,source\n=1+1,0.5,1999,\"x\ny\"\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		rows, err := ReadPrices(bytes.NewReader(in), "GBP")
		var all PriceErrors
		if (err == nil) == (len(rows) == 0) || err != nil && !errors.As(err, &all) {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		var out bytes.Buffer
		w := csv.NewWriter(&out)
		_ = w.Write([]string{"name", "value", "price year", "source", "unit", "category", "note"})
		for _, u := range rows {
			if err := workshop.Check(u); err != nil {
				t.Fatal(err)
			}
			_ = w.Write([]string{u.Name, strconv.FormatFloat(u.Value.V/100, 'f', -1, 64), strconv.Itoa(u.PriceYear), u.Source, u.Unit, u.Category, u.Note})
		}
		w.Flush()
		if len(rows) == 0 {
			return
		}
		if again, err := ReadPrices(&out, "GBP"); err != nil || !slices.Equal(again, rows) {
			t.Fatalf("%v\n%+v\n%+v", err, rows, again)
		}
	})
}

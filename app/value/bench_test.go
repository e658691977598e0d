package value

import (
	"fmt"
	"testing"

	"trestle/app/workshop"
)

// big is 500 benefit and 500 cost lines over 60 years, money in each, every
// benefit shared by 30 parties.
func big(b *testing.B) workshop.Showing {
	b.Helper()
	recs := []workshop.Record{workshop.Workshop{ID: workshop.Sole("workshop"), Title: "Big", Horizon: 60}}
	party := func(i int) workshop.ID { return workshop.ID(fmt.Sprintf("partner:%032d", i)) }
	for i := range 30 {
		recs = append(recs, workshop.Partner{ID: party(i), Name: "P", Tag: "P"})
	}
	for i := range 500 {
		cost, line := workshop.ID(fmt.Sprintf("cost:%032d", i)), workshop.ID(fmt.Sprintf("benefit:%032d", i))
		recs = append(recs, workshop.Cost{ID: cost, Party: party(i % 30), Text: "C", Grade: 1 + i%6})
		for y := range 60 {
			recs = append(recs, workshop.Amount{ID: workshop.ID(fmt.Sprintf("amount:%032d", i*60+y)), Cost: cost, Year: y, Money: 100000})
		}
		recs = append(recs, workshop.Benefit{
			ID: line, Title: "B", Category: "fiscal", Class: "quantified", Quantity: know(100), UnitValue: know(5000),
			Deadweight: know(.2), Attribution: know(.1), DropOff: know(.05), Grade: 1 + i%6, Duration: 60,
		})
		for p := range 30 {
			recs = append(recs, workshop.Share{ID: workshop.ID(fmt.Sprintf("share:%032d", i*30+p)), Benefit: line, Party: party(p), Part: 1.0 / 30})
		}
	}
	return workshop.For(document(b, recs), workshop.Room)
}

func BenchmarkOf(b *testing.B) {
	s := big(b)
	b.ReportAllocs()
	for b.Loop() {
		if a := Of(s); a.PVB <= 0 {
			b.Fatal("nothing counted")
		}
	}
}

package value

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"
	"time"

	"trestle/app/workshop"
)

// room is a workshop that a test fills by verbs, as the program does.
type room struct {
	t *testing.T
	s *workshop.Session
	n int
}

func newRoom(t *testing.T, head workshop.Workshop) *room {
	t.Helper()
	now := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	r := &room{t: t, s: workshop.NewSession(workshop.Document{}, func() time.Time { return now })}
	head.ID, head.Title = workshop.Sole("workshop"), "A test"
	r.put(head)
	return r
}

func (r *room) put(recs ...workshop.Record) {
	r.t.Helper()
	if err := r.s.Do(workshop.Put(r.s.Document(), "test.put", recs...)); err != nil {
		r.t.Fatal(err)
	}
}

func (r *room) id(k workshop.Kind) workshop.ID {
	r.n++
	return workshop.ID(string(k) + ":" + strconv.Itoa(r.n))
}

func (r *room) partner(name, tag string) workshop.ID {
	id := r.id("partner")
	r.put(workshop.Partner{ID: id, Name: name, Tag: tag})
	return id
}

func (r *room) residents() workshop.ID {
	id := r.id("party")
	r.put(workshop.Party{ID: id, Name: "Residents"})
	return id
}

// cost puts a line with its pounds by year.
func (r *room) cost(party workshop.ID, text string, grade int, pounds ...float64) workshop.ID {
	id := r.id("cost")
	r.put(workshop.Cost{ID: id, Party: party, Text: text, Nature: "revenue", Grade: grade})
	for year, p := range pounds {
		if p != 0 {
			r.put(workshop.Amount{ID: r.id("amount"), Cost: id, Year: year, Money: int64(math.Round(p * 100))})
		}
	}
	return id
}

// benefit puts the line, and one share of it for each party, alike.
func (r *room) benefit(b workshop.Benefit, parties ...workshop.ID) workshop.ID {
	b.ID = r.id("benefit")
	if b.Category == "" {
		b.Category = "fiscal"
	}
	if b.Class == "" {
		b.Class = "quantified"
	}
	r.put(b)
	for _, p := range parties {
		r.put(workshop.Share{ID: r.id("share"), Benefit: b.ID, Party: p, Part: 1 / float64(len(parties))})
	}
	return b.ID
}

func (r *room) account() Account {
	return Of(workshop.For(r.s.Document(), workshop.Facilitator))
}

func know(v float64) workshop.Maybe { return workshop.Know(v) }

// pounds is a line that is complete: so many at a unit value, nothing taken off.
func pounds(title string, q, unit float64) workshop.Benefit {
	return workshop.Benefit{
		Title: title, Quantity: know(q), UnitValue: know(unit * 100),
		Deadweight: know(0), Attribution: know(0), Grade: 1, Duration: 1,
	}
}

// partnership is the partnership case of value.md.
func partnership(t *testing.T) *room {
	t.Helper()
	r := newRoom(t, workshop.Workshop{Horizon: 5, Discount: GreenBook, Timing: YearZero, Currency: "GBP"})
	county, borough := r.partner("County council", "CC"), r.partner("Borough council", "BC")
	dwp, charity := r.partner("DWP", "DWP"), r.partner("Charity (in kind)", "CH")
	residents := r.residents()
	r.cost(county, "Joint team", 2, 60000, 40000, 40000)
	r.cost(borough, "Premises", 3, 20000, 20000, 20000)
	r.cost(dwp, "Work coaches", 1, 30000, 15000, 15000)
	r.cost(charity, "Volunteers", 4, 10000, 10000, 10000)
	r.benefit(workshop.Benefit{
		Title: "B1 fewer repeat assessments", Population: know(400), Engagement: know(.75), Impact: know(.40), UnitValue: know(85000),
		Deadweight: know(.20), Attribution: know(.10), Grade: 4, Lag: 1, Duration: 3, DropOff: know(.10),
	}, county, dwp)
	r.benefit(workshop.Benefit{
		Title: "B2 moved into work", Population: know(400), Engagement: know(.75), Impact: know(.05), UnitValue: know(923400),
		Deadweight: know(.30), Attribution: know(0), Grade: 5, Lag: 1, Duration: 2,
	}, dwp)
	r.benefit(workshop.Benefit{
		Title: "B3 carer wellbeing", Category: "social", Quantity: know(120), UnitValue: know(65000),
		Deadweight: know(.10), Attribution: know(.25), Grade: 6, Duration: 3, DropOff: know(.20),
	}, residents)
	return r
}

// oracles are the figures in testdata, which were worked out elsewhere.
type oracles struct {
	Standard map[string]string `json:"df_std"`
	Health   map[string]string `json:"df_health"`
	NPV      string            `json:"npv_100_30x5"`
	Annuity  string            `json:"annuity5"`
	EANB     string            `json:"eanb"`
	Example  map[string]string `json:"gb_example"`
	Wheels   struct {
		Rows      [][]any  `json:"rows"`
		Total     []string `json:"total_year"`
		PV        string   `json:"pv"`
		NPV       string   `json:"npv"`
		Ratio     string   `json:"ratio"`
		Net       string   `json:"net_ratio"`
		Months    string   `json:"payback_months"`
		PVZero    string   `json:"pv_year0_convention"`
		RatioZero string   `json:"ratio_year0"`
	} `json:"wheels"`
	Additionality map[string]string `json:"additionality"`
	Case          caseFigures       `json:"case"`
}

type caseFigures struct {
	Costs    map[string][]string `json:"adj_costs"`
	PVCosts  map[string]string   `json:"pv_costs"`
	Benefits []struct {
		Name  string   `json:"name"`
		Qty   string   `json:"qty"`
		Gross string   `json:"gross"`
		Net   string   `json:"after_adj"`
		Worth string   `json:"after_ob"`
		Years []string `json:"years"`
		PV    string   `json:"pv"`
	} `json:"benefits"`
	CostYear    []string                     `json:"cost_year"`
	BenefitYear []string                     `json:"benefit_year"`
	Cum         []string                     `json:"cum"`
	CumDisc     []string                     `json:"cum_disc"`
	Partner     map[string]map[string]string `json:"partner"`
	ByType      map[string]string            `json:"pv_by_type"`
	PVC         string                       `json:"pv_total_cost"`
	PVB         string                       `json:"pv_total_benefit"`
	NPSV        string                       `json:"npsv"`
	BCR         string                       `json:"bcr"`
	FiscalBCR   string                       `json:"fiscal_bcr"`
	NetFiscal   string                       `json:"net_fiscal"`
	Switching   string                       `json:"switching_value_all_benefits"`
}

func readOracles(t *testing.T) oracles {
	t.Helper()
	raw, err := os.ReadFile("testdata/oracles.json")
	if err != nil {
		t.Fatal(err)
	}
	var o oracles
	if err := json.Unmarshal(raw, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// agree holds got against a figure as written, to the places it is written with.
func agree(t *testing.T, what string, got float64, want string) {
	t.Helper()
	w, err := strconv.ParseFloat(want, 64)
	if err != nil {
		t.Fatalf("%s: no figure to hold it against: %q", what, want)
	}
	places := 0
	for i, c := range want {
		if c == '.' {
			places = len(want) - i - 1
		}
	}
	if math.Abs(got-w) > 0.50001*math.Pow10(-places) {
		t.Errorf("%s is %.8f, want %s", what, got, want)
	}
}

func agreeAll(t *testing.T, what string, got []float64, want []string) {
	t.Helper()
	for i, w := range want {
		agree(t, what+" year "+strconv.Itoa(i), got[i], w)
	}
}

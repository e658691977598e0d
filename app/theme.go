package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"trestle/assets"
	"trestle/canvas"
)

// Sizes of letters in the interface.
const (
	tiny   float32 = 11.5
	small  float32 = 13
	body   float32 = 15
	large  float32 = 20
	huge   float32 = 26
	gutter float32 = 20
)

// look is the house's theme for Fyne: its palette, one family, calm sizes.
type look struct {
	scale float32 // text size, 1 to 2
	bold  fyne.Resource
	reg   fyne.Resource
	dark  *bool    // nil follows the system
	still bool     // the system wants less motion
	over  []*sheet // the cards shown last, the newest at the end
}

func newLook() *look {
	return &look{
		scale: 1,
		reg:   fyne.NewStaticResource("Inter-Regular.otf", assets.Regular),
		bold:  fyne.NewStaticResource("Inter-SemiBold.otf", assets.SemiBold),
	}
}

// medium and heavy are the weights Fyne's text styles have no name for.
var (
	medium = fyne.NewStaticResource("Inter-Medium.otf", assets.Medium)
	heavy  = fyne.NewStaticResource("Inter-Bold.otf", assets.Bold)
)

// isDark says which of the two palettes is in use.
func (l *look) isDark() bool {
	if l.dark != nil {
		return *l.dark
	}
	return fyne.CurrentApp() != nil && fyne.CurrentApp().Settings().ThemeVariant() == theme.VariantDark
}

// paint is a palette colour in the theme in use.
func (l *look) paint(name string) color.Color { return canvas.Colour(name, l.isDark()) }

// Color implements fyne.Theme.
func (l *look) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	name, ok := map[fyne.ThemeColorName]string{
		theme.ColorNameBackground:          "paper",
		theme.ColorNameForeground:          "ink",
		theme.ColorNamePlaceHolder:         "third",
		theme.ColorNameDisabled:            "third",
		theme.ColorNameButton:              "card",
		theme.ColorNameDisabledButton:      "paper",
		theme.ColorNameInputBackground:     "card",
		theme.ColorNameInputBorder:         "line",
		theme.ColorNamePrimary:             "ink",
		theme.ColorNameFocus:               "focus",
		theme.ColorNameHover:               "hover",
		theme.ColorNamePressed:             "hover",
		theme.ColorNameSelection:           "select",
		theme.ColorNameSeparator:           "line",
		theme.ColorNameMenuBackground:      "card",
		theme.ColorNameOverlayBackground:   "card",
		theme.ColorNameHeaderBackground:    "card",
		theme.ColorNameScrollBar:           "third",
		theme.ColorNameError:               "bad",
		theme.ColorNameSuccess:             "good",
		theme.ColorNameForegroundOnPrimary: "card",
	}[n]
	if n == theme.ColorNameFocus { // lies behind the words of a menu's line, which stay readable: 4.5:1 comes before 3:1 on the card where both cannot be
		share := 0.62
		if l.isDark() {
			share = 0.5
		}
		return mixed(l.paint("card"), l.paint(name), share)
	}
	if ok {
		return l.paint(name)
	}
	v := theme.VariantLight
	if l.isDark() {
		v = theme.VariantDark
	}
	return theme.DefaultTheme().Color(n, v)
}

// Font implements fyne.Theme.
func (l *look) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace || s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return l.bold
	}
	return l.reg
}

// Icon implements fyne.Theme.
func (l *look) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size implements fyne.Theme.
func (l *look) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return body * l.scale
	case theme.SizeNameCaptionText:
		return small * l.scale
	case theme.SizeNameHeadingText:
		return huge * l.scale
	case theme.SizeNameSubHeadingText:
		return large * l.scale
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 8
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 9
	case theme.SizeNameInputBorder: // the line that has the keys is seen from afar
		return 2
	case theme.SizeNameSeparatorThickness:
		return 1
	}
	return theme.DefaultTheme().Size(n)
}

// widen is how much wider than usual what holds words is.
func (l *look) widen() float32 { return l.scale }

// side and guideSide are how wide the panels at the right and the left are.
func (l *look) side() float32      { return sideWidth * l.widen() }
func (l *look) guideSide() float32 { return guideWidth * l.widen() }

// slimmer is the width under which guide and panel do not stand beside the board.
func (l *look) slimmer() float32 { return slim * (1 + (l.scale-1)*0.6) }

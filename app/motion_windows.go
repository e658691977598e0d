package app

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// spiClientAreaAnimation asks whether things in windows are animated. Source:
// SystemParametersInfoW, SPI_GETCLIENTAREAANIMATION.
const spiClientAreaAnimation = 0x1042

// lessMotion asks Windows whether the user has switched animations off.
func lessMotion() bool {
	ask := windows.NewLazySystemDLL("user32.dll").NewProc("SystemParametersInfoW")
	if ask.Find() != nil {
		return false
	}
	on := int32(1)
	ok, _, _ := ask.Call(spiClientAreaAnimation, 0, uintptr(unsafe.Pointer(&on)), 0)
	return ok != 0 && on == 0
}

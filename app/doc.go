// Package app is the program: its windows, the guide, the forms, the commands,
// the clock and the command line; it wires all rooms.
//
// Its nouns: a Program is one running Trestle; a Desk is its hold on one open
// workshop, session and file together; a Control is the facilitator's window,
// a projector the room's; a Command is a row of the one table that menus,
// shortcuts, palette and key sheet are made from. It draws no note and knows
// no file format: the board is canvas's, the bytes are app/file's.
package app

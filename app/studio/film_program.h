// "paddock --video FILE": draws a film without opening the window, then ends.
#pragma once

namespace paddock {

// Whether the command line asks for a film.
bool wantsFilm(int argc, char **argv);
// The exit code of the process: 0, 1 it failed, 2 bad arguments, 3 no display.
int runFilm(int argc, char **argv);

} // namespace paddock

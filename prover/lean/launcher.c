/* The `lean` command of the embedded engine: the shared library of the wheel holds everything, its main function too.

   The interpreter must not take compiled code of Lean's own library for functions of ours that have the same names:
   they are the same functions, but not always with the same arguments in the same places. */
#include <stdlib.h>
#include <string.h>

extern int lean_main(int argc, char **argv);

int main(int argc, char **argv) {
    char **arguments = malloc((argc + 2) * sizeof(char *));
    if (arguments == NULL || argc < 1) return 1;
    arguments[0] = argv[0];
    arguments[1] = "-Dinterpreter.prefer_native=false";
    memcpy(arguments + 2, argv + 1, argc * sizeof(char *));
    return lean_main(argc + 1, arguments);
}

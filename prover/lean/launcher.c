/* The `lean` command of the embedded engine: the shared library of the wheel holds everything, its main function too. */
extern int lean_main(int argc, char **argv);

int main(int argc, char **argv) {
    return lean_main(argc, argv);
}

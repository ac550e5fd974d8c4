"""The command line: one small file for each thing that a person does, loaded when it is asked for."""

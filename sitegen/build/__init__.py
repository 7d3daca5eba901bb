"""The shell: wires the packages into a build and knows processes."""

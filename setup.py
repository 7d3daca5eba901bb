"""Names what a wheel carries that stands beside the package in a checkout: the templates, as `sitegen/templates`."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["sitegen", "sitegen.*"]), "sitegen.templates"],
    package_dir={"sitegen.templates": "templates"},
    package_data={"": ["py.typed", "**/data/*"], "sitegen.templates": ["**/*"]},
)

"""Between fetching a page and reading its file: the lines that stand above it, as browsers write them."""

# Where the page names another address as its own, and what is there is another article, or nothing: else both
# would go by one address.
OWN_ADDRESS = "<!-- fetched from there; the address that it names as its own is another page's -->"


def first_lines(url: str, *, own_address: bool = False) -> str:
    """What to put above a page that was fetched from `url`. own_address: it is not what it says it is, so its
    address is this one whatever it names."""
    return f"<!-- saved from url=({len(url):04d}){url} -->\n" + (f"{OWN_ADDRESS}\n" if own_address else "")

"""PDFs as programs write them, made by reportlab: text in columns, heads and feet, scans, passwords."""

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from tests.index.reading.page_samples import SENTENCES

WIDTH, HEIGHT = A4
STORY = " ".join(SENTENCES)


def drawn(
    *pages: Callable[[Canvas], None], title: str = "", author: str = "", password: str | None = None
) -> bytes:
    """A PDF whose pages are drawn by these functions."""
    out = io.BytesIO()
    encrypt = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*texts: str, x: float = 60, y: float = 700, size: float = 11) -> Callable[[Canvas], None]:
    """A page of lines, one below the other."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for number, text in enumerate(texts):
            canvas.drawString(x, y - number * 1.2 * size, text)

    return draw


def scan(canvas: Canvas) -> None:
    """A page that is a picture."""
    picture = io.BytesIO(b"P6 8 8 255\n" + bytes(range(192)))
    canvas.drawImage(ImageReader(picture), 50, 50, 400, 600)


def report(paragraphs: Sequence[str], *, columns: int = 1) -> bytes:
    """A report with a title, running heads and feet, and its text in columns over several pages."""
    out = io.BytesIO()
    style = getSampleStyleSheet()
    width = (WIDTH - 100 - 20 * (columns - 1)) / columns
    frames = [Frame(50 + at * (width + 20), 60, width, 700) for at in range(columns)]

    def frame(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.drawString(280, 25, f"Page {document.page}")  # drawn before the text, as many programs do
        canvas.drawString(50, 815, "Harbour office, annual report")

    document = BaseDocTemplate(out, pagesize=A4, title="The harbour in 2026", author="J. Voss; Ida Brandt")
    document.addPageTemplates([PageTemplate(frames=frames, onPage=frame)])
    story = [Paragraph("The harbour in 2026", style["Title"])]
    for number, text in enumerate(paragraphs):
        if number == 2:
            story.append(Paragraph("What it cost", style["Heading2"]))
        story.append(Paragraph(text, style["BodyText"]))
    document.build(story)
    return out.getvalue()

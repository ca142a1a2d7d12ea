namespace DanVan.Documents.Pdf;

/// <summary>What stands above the content: who issues it, number, place and date, type and abstract, addressees.</summary>
sealed class PdfHeader(Pages pages, OfficialDocument document, LayoutMetrics layout)
{
    readonly double leftWidth = Pages.Points(layout.LeftColumn);
    readonly double rightWidth = Pages.Points(layout.RightColumn);

    public void Draw()
    {
        var top = pages.Y;
        var (left, right) = (Issuer(top), Title(top));
        var row = Math.Max(left, right) + 2;
        var number = Centred($"{layout.NumberPrefix}{document.Number}", layout.NumberSize, row, isLeft: true);
        if (document.Type is null)
            number = Centred(
                layout.CorrespondencePrefix + document.Abstract,
                layout.CorrespondenceSize,
                number,
                isLeft: true,
                italic: layout.CorrespondenceItalic
            );
        var date = Centred(Wording.PlaceAndDate(document), layout.DateSize, row, isLeft: false, italic: true);
        pages.Y = Math.Max(number, date) + 12;
        if (document.Type is { } type)
            Type(type);
        Addressees();
    }

    double Issuer(double y)
    {
        if (document.SuperiorBody is { } superior)
            y = Centred(Wording.Upper(superior), layout.SuperiorSize, y, isLeft: true);
        y = Centred(Wording.Upper(document.IssuingBody), layout.IssuerSize, y, isLeft: true, bold: true);
        if (layout.Star is { } star)
            return Centred(star, layout.IssuerSize, y, isLeft: true);
        return Rule(pages.Left, leftWidth, layout.IssuerRule ?? 0, y);
    }

    double Title(double y)
    {
        y = Centred(layout.Title, layout.TitleSize, y, isLeft: false, bold: true);
        if (layout.Motto is { } motto)
            y = Centred(motto, layout.MottoSize, y, isLeft: false, bold: true);
        return Rule(pages.Left + leftWidth, rightWidth, layout.TitleRule, y);
    }

    void Type(string type)
    {
        pages.Y = Full(Wording.Upper(type), layout.TypeSize);
        pages.Y = Full(document.Abstract, layout.AbstractSize);
        pages.Y = Rule(pages.Left, pages.Width, layout.AbstractRule, pages.Y) + 10;

        double Full(string text, double size) =>
            pages.Draw(text, pages.Type.Font(size, bold: true), pages.Left, pages.Y, pages.Width, Side.Centre);
    }

    // One addressee stands on the line of the words, several stand below each other.
    void Addressees()
    {
        if (document.Addressees.Count == 0)
            return;
        var font = pages.Type.Font(layout.BodySize);
        var indent = pages.Width / 6;
        if (document.Addressees is [var only])
            pages.Y = pages.Draw($"{layout.Addressee} {only}", font, pages.Left + indent / 2, pages.Y, pages.Width - indent, Side.Centre);
        else
        {
            pages.Y = pages.Draw(layout.Addressee, font, pages.Left + indent, pages.Y, pages.Width - indent, Side.Left);
            foreach (var line in Wording.Addressees(document))
                pages.Y = pages.Draw(line, font, pages.Left + indent * 1.5, pages.Y, pages.Width - indent * 1.5, Side.Left);
        }
        pages.Y += 8;
    }

    double Centred(string text, double size, double y, bool isLeft, bool bold = false, bool italic = false) =>
        pages.Draw(
            text,
            pages.Type.Font(size, bold, italic),
            isLeft ? pages.Left : pages.Left + leftWidth,
            y,
            isLeft ? leftWidth - 6 : rightWidth,
            Side.Centre
        );

    double Rule(double x, double width, double millimetres, double y)
    {
        var length = Math.Min(Pages.Points(millimetres), width);
        pages.Rule(x + (width - length) / 2, y + 2, length);
        return y + 6;
    }
}

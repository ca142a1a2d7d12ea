namespace DanVan.Documents;

/// <summary>How the documents of a layout look: lengths in millimetres, sizes of letters in points.</summary>
/// <param name="Source">Where the form is laid down.</param>
/// <param name="Mark">V: read there, V2: a source that quotes it, M: from memory.</param>
/// <param name="LeftColumn">Width of the issuing body's column in the header.</param>
/// <param name="Title">The line that heads the right column.</param>
/// <param name="Motto">The line below it, of state documents.</param>
/// <param name="TitleRule">Length of the rule below title and motto.</param>
/// <param name="IssuerRule">Length of the rule below the issuing body; none where a star stands.</param>
/// <param name="Star">What stands below the issuing body instead of a rule.</param>
/// <param name="After">Space after a paragraph, in points.</param>
/// <param name="FirstLine">Indent of the first line.</param>
/// <param name="EndMark">What ends the text.</param>
/// <param name="Capacities">How the right to sign is written.</param>
public sealed record LayoutMetrics(
    string Source,
    string Mark,
    Margins Margins,
    double LeftColumn,
    string Title,
    double TitleSize,
    double TitleRule,
    double SuperiorSize,
    double IssuerSize,
    string NumberPrefix,
    double NumberSize,
    double DateSize,
    double TypeSize,
    double AbstractSize,
    double AbstractRule,
    string CorrespondencePrefix,
    double CorrespondenceSize,
    double BodySize,
    double LineSpacing,
    double After,
    double FirstLine,
    string Addressee,
    bool PositionBold,
    string Recipients,
    double RecipientsSize,
    double RecipientsListSize,
    IReadOnlyDictionary<SigningCapacity, string> Capacities,
    string? Motto = null,
    double MottoSize = 0,
    double? IssuerRule = null,
    string? Star = null,
    bool CorrespondenceItalic = false,
    bool RecipientsItalic = false,
    bool RecipientsUnderlined = false,
    string EndMark = ""
)
{
    /// <summary>Width and height of A4.</summary>
    public const double PageWidth = 210,
        PageHeight = 297;

    internal double TextWidth => PageWidth - Margins.Left - Margins.Right;
    internal double RightColumn => TextWidth - LeftColumn;

    static readonly Dictionary<DocumentLayout, LayoutMetrics> all = DataTable.Load<Dictionary<DocumentLayout, LayoutMetrics>>(
        "layouts",
        null
    );

    /// <summary>Those of a layout.</summary>
    public static LayoutMetrics Of(DocumentLayout layout) => all[layout];
}

/// <summary>The margins of a page.</summary>
public sealed record Margins(double Top, double Bottom, double Left, double Right);

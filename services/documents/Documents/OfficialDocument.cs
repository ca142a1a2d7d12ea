using System.Text.Json.Serialization;

namespace DanVan.Documents;

/// <summary>In whose form a document is written.</summary>
public enum DocumentLayout
{
    /// <summary>Of state bodies: NĐ 30/2020/NĐ-CP.</summary>
    State,

    /// <summary>Of party bodies: HD 36-HD/VPTW (03/04/2018).</summary>
    Party,
}

/// <summary>An official document (văn bản hành chính) before it is written as DOCX or PDF: what it says and of whom it is, not how it looks.</summary>
/// <param name="SuperiorBody">The body above the issuing one; none where the form names none.</param>
/// <param name="Number">Number and symbol as registered, <c>84/TB-UBND</c>; none while it is a draft.</param>
/// <param name="Place">The place that stands before the date.</param>
/// <param name="Type">The name of the type, "Thông báo"; none for correspondence (công văn), whose abstract stands below its number.</param>
/// <param name="Abstract">What it is about (trích yếu).</param>
/// <param name="Addressees">To whom it is written (Kính gửi); empty where the type has none.</param>
/// <param name="Recipients">Who receives it (Nơi nhận), the archive last.</param>
/// <param name="Foot">A line at the foot of every page: by what its content can be checked.</param>
public sealed record OfficialDocument(
    DocumentLayout Layout,
    string? SuperiorBody,
    string IssuingBody,
    string? Number,
    string Place,
    DateOnly Date,
    string? Type,
    string Abstract,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<Block> Body,
    IReadOnlyList<string> Recipients,
    Signature Signature,
    string? Foot = null
)
{
    /// <summary>The same with every text of the document changed.</summary>
    public OfficialDocument Select(Func<string, string> change) =>
        this with
        {
            SuperiorBody = SuperiorBody is null ? null : change(SuperiorBody),
            IssuingBody = change(IssuingBody),
            Abstract = change(Abstract),
            Addressees = [.. Addressees.Select(change)],
            Body = [.. Body.Select(block => block.Select(change))],
            Recipients = [.. Recipients.Select(change)],
            Signature = Signature.Select(change),
            Foot = Foot is null ? null : change(Foot),
        };
}

/// <summary>A part of the content.</summary>
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Table), "table")]
public abstract record Block
{
    /// <summary>The same with every text changed.</summary>
    public abstract Block Select(Func<string, string> change);
}

/// <summary>A paragraph, justified unless its style says otherwise.</summary>
/// <param name="Lead">What stands before the text in bold: "Điều 1.".</param>
public sealed record Paragraph(string Text, string? Lead = null, ParagraphStyle Style = ParagraphStyle.Body) : Block
{
    /// <inheritdoc/>
    public override Paragraph Select(Func<string, string> change) =>
        this with
        {
            Text = change(Text),
            Lead = Lead is null ? null : change(Lead),
        };
}

/// <summary>What a paragraph is.</summary>
public enum ParagraphStyle
{
    /// <summary>Plain text.</summary>
    Body,

    /// <summary>A legal ground (căn cứ): italic.</summary>
    Ground,

    /// <summary>A heading of its own line: bold, centred.</summary>
    Heading,
}

/// <summary>A simple table.</summary>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">Each with as many cells as there are columns.</param>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    /// <inheritdoc/>
    public override Table Select(Func<string, string> change) =>
        new(
            [.. Columns.Select(column => column with { Title = change(column.Title) })],
            [.. Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(change)])]
        );
}

/// <summary>A column of a table.</summary>
/// <param name="Width">Its share of the width, against those of the others.</param>
/// <param name="IsNumber">Whether its cells are set to the right.</param>
public sealed record Column(string Title, int Width = 1, bool IsNumber = false);

/// <summary>By which right somebody signs.</summary>
public enum SigningCapacity
{
    /// <summary>On behalf of a body that decides together (thay mặt).</summary>
    TM,

    /// <summary>In the head's place (ký thay).</summary>
    KT,

    /// <summary>By order (thừa lệnh).</summary>
    TL,

    /// <summary>By mandate (thừa ủy quyền).</summary>
    TUQ,
}

/// <summary>The signature block.</summary>
/// <param name="Capacity">None when the head signs by their own right.</param>
/// <param name="OnBehalfOf">The body or the head that goes with the capacity: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH.</param>
/// <param name="Position">The position of who signs.</param>
/// <param name="Name">The name of who signs.</param>
public sealed record Signature(SigningCapacity? Capacity, string? OnBehalfOf, string Position, string Name)
{
    internal Signature Select(Func<string, string> change) =>
        new(Capacity, OnBehalfOf is null ? null : change(OnBehalfOf), change(Position), change(Name));
}

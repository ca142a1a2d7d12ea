namespace DanVan.Documents;

/// <summary>How numbers and symbols (số, ký hiệu) of documents are made: types, issuing bodies, terms. Data, because local spellings vary.</summary>
/// <param name="Issuers">By kind of unit; the first row that fits holds.</param>
/// <param name="Units">What differs for a unit, by its id.</param>
/// <param name="CentralPlace">The place that central bodies write before the date.</param>
public sealed record SymbolTable(
    IReadOnlyDictionary<DocumentLayout, NumberForm> Numbers,
    IReadOnlyList<DocumentType> Types,
    string TypesSource,
    string TypesMark,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<IssuerRule> Issuers,
    IReadOnlyDictionary<Guid, UnitIssuer> Units,
    string CentralPlace
)
{
    /// <summary>The table that comes with the platform, or the file that an administration puts in its place.</summary>
    public static SymbolTable Load(string? path = null) => DataTable.Load<SymbolTable>("symbols", path);

    /// <summary>The name of a type: "Thông báo" for TB.</summary>
    public string? NameOf(string type) => Types.FirstOrDefault(known => known.Code == type)?.Name;

    /// <summary>A unit as it issues documents on that day; none when no row tells its symbol.</summary>
    public Issuer? IssuerOf(IssuingUnit unit, DateOnly on)
    {
        var own = Units.GetValueOrDefault(unit.Id);
        var rule = Issuers.FirstOrDefault(row => row.Fits(unit, on));
        if ((own?.Symbol ?? rule?.Symbol) is not { } symbol || (own?.Layout ?? rule?.Layout) is not { } layout)
            return null;
        var superior = own?.SuperiorBody ?? (rule?.SuperiorKinds?.Contains(unit.ParentKind ?? "") == true ? unit.ParentName : null);
        return new(
            layout,
            superior,
            own?.Body ?? WithoutSuperior(rule?.Body?.Replace("{name}", unit.Name, StringComparison.Ordinal) ?? unit.Name, superior),
            symbol,
            own?.Drafting ?? rule?.Drafting ?? "VP",
            own?.Place ?? unit.Place ?? CentralPlace,
            own?.Series ?? Numbers[layout].Series
        );
    }

    /// <summary>
    /// The series that a number is drawn from: of a state body one for a calendar year (NĐ 30/2020 Đ15.1) unless its head has decided otherwise (Đ15.1c), of a party
    /// body one for a type within a term; none on a day that no term is known for.
    /// </summary>
    public string? SeriesOf(Issuer issuer, string? type, DateOnly on)
    {
        const string ofTerm = "{term}";
        var term = Terms.FirstOrDefault(term => term.From <= on && (term.To is null || on <= term.To));
        if (term is null && issuer.Series.Contains(ofTerm, StringComparison.Ordinal))
            return null;
        return issuer
            .Series.Replace("{year}", $"{on.Year}", StringComparison.Ordinal)
            .Replace(ofTerm, term?.Name, StringComparison.Ordinal)
            .Replace("{type}", type ?? "CV", StringComparison.Ordinal);
    }

    /// <summary>The number that a series begins with: the next after what the unit has given before, outside of the platform.</summary>
    public int FirstOf(Guid unit, string series) => (Units.GetValueOrDefault(unit)?.GivenBefore?.GetValueOrDefault(series) ?? 0) + 1;

    /// <summary>Number and symbol: <c>84/TB-UBND</c>, <c>163-TB/BTGDVTW</c>.</summary>
    /// <param name="type">The code of the type; none for correspondence (công văn).</param>
    // NĐ 30/2020, phụ lục I: a number below 10 gets a zero before it; the party's numbers are written so too.
    public string NumberOf(int number, string? type, Issuer issuer) => Written($"{number:00}", type, issuer);

    /// <summary>The same of a draft, with the place of the number left open: <c>…/BC-UBND</c>.</summary>
    public string SymbolOf(string? type, Issuer issuer) => Written("…", type, issuer);

    string Written(string number, string? type, Issuer issuer)
    {
        var form = Numbers[issuer.Layout];
        return (type is null ? form.Correspondence : form.Document)
            .Replace("{number}", number, StringComparison.Ordinal)
            .Replace("{type}", type, StringComparison.Ordinal)
            .Replace("{issuer}", issuer.Symbol, StringComparison.Ordinal)
            .Replace("{drafting}", issuer.Drafting, StringComparison.Ordinal);
    }

    // The registry calls it "Ban Dân vận Tỉnh ủy Điện Biên"; below the name of its superior it is "Ban Dân vận".
    static string WithoutSuperior(string name, string? superior) =>
        superior is not null && name.EndsWith($" {superior}", StringComparison.OrdinalIgnoreCase) ? name[..^(superior.Length + 1)] : name;
}

/// <summary>How numbers of a layout are written.</summary>
/// <param name="Document">Of documents of a type.</param>
/// <param name="Correspondence">Of correspondence (công văn), which bears no type.</param>
/// <param name="Series">Of what there is a series of its own: <c>{year}</c>, <c>{term}/{type}</c>.</param>
public sealed record NumberForm(string Document, string Correspondence, string Series, string Source, string Mark);

/// <summary>A type of document with its abbreviation.</summary>
public sealed record DocumentType(string Code, string Name);

/// <summary>A term between congresses (nhiệm kỳ).</summary>
/// <param name="To">Its last day; none while it runs.</param>
public sealed record Term(string Name, DateOnly From, string Mark, DateOnly? To = null);

/// <summary>How units of some kinds issue documents.</summary>
/// <param name="Levels">Only of these levels; none for all.</param>
/// <param name="Body">How the issuing body is called, with <c>{name}</c>; the unit's own name when left out.</param>
/// <param name="Drafting">What correspondence bears after the symbol: the part that drafts it.</param>
/// <param name="SuperiorKinds">The parent is named above the issuing body when it is of one of these kinds.</param>
public sealed record IssuerRule(
    IReadOnlyList<string> Kinds,
    DocumentLayout Layout,
    string Symbol,
    string Mark,
    IReadOnlyList<string>? Levels = null,
    string? Body = null,
    string? Drafting = null,
    IReadOnlyList<string>? SuperiorKinds = null,
    DateOnly? From = null,
    DateOnly? To = null
)
{
    internal bool Fits(IssuingUnit unit, DateOnly on) =>
        Kinds.Contains(unit.Kind)
        && (Levels is null || Levels.Contains(unit.Level))
        && (From is null || From <= on)
        && (To is null || on <= To);
}

/// <summary>What differs for one unit; what is left out follows the rule of its kind.</summary>
/// <param name="Series">Of what it keeps a series of its own, where its head has decided so (NĐ 30/2020 Đ15.1c): <c>{year}/{type}</c>.</param>
/// <param name="GivenBefore">The last number of each series that it gave before the platform did: <c>"2026": 83</c>.</param>
public sealed record UnitIssuer(
    string? Symbol = null,
    DocumentLayout? Layout = null,
    string? Body = null,
    string? SuperiorBody = null,
    string? Drafting = null,
    string? Place = null,
    string? Series = null,
    IReadOnlyDictionary<string, int>? GivenBefore = null
);

/// <summary>What the registry knows of a unit that issues a document.</summary>
/// <param name="Name">Its name with its kind.</param>
/// <param name="Place">The name of the place that it stands in; none for a central one.</param>
public sealed record IssuingUnit(Guid Id, string Name, string Kind, string Level, string? ParentName, string? ParentKind, string? Place)
{
    /// <summary>Kinds of units that are places: what stands before the date.</summary>
    static readonly HashSet<string> Places =
    [
        "MUNICIPALITY",
        "PROVINCE",
        "URBAN_DISTRICT",
        "RURAL_DISTRICT",
        "TOWN",
        "CITY",
        "WARD",
        "COMMUNE",
        "TOWNSHIP",
        "SPECIAL_ZONE",
        "OTHER",
    ];

    /// <param name="unit">None when the registry does not know it.</param>
    /// <param name="parent">The unit that it belongs to.</param>
    /// <param name="above">The units above it, nearest first.</param>
    public static IssuingUnit Of(Guid id, RegisteredUnit? unit, RegisteredUnit? parent, IEnumerable<RegisteredUnit> above)
    {
        var place = unit is null or { Level: "CENTRAL" } ? null : above.Prepend(unit).FirstOrDefault(one => Places.Contains(one.Kind));
        return new(id, unit?.FullName ?? "", unit?.Kind ?? "", unit?.Level ?? "", parent?.FullName, parent?.Kind, place?.Name);
    }
}

/// <summary>A unit as the registry names it.</summary>
/// <param name="Name">Without its kind: "Đồng Tháp".</param>
/// <param name="FullName">With it.</param>
public sealed record RegisteredUnit(string Name, string FullName, string Kind, string Level);

/// <summary>A unit as it issues documents.</summary>
/// <param name="Drafting">The part that drafts correspondence.</param>
/// <param name="Series">Of what it keeps a series of numbers of its own.</param>
public sealed record Issuer(
    DocumentLayout Layout,
    string? SuperiorBody,
    string Body,
    string Symbol,
    string Drafting,
    string Place,
    string Series
);

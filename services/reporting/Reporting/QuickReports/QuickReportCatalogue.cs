using DanVan.Chassis.Http;

namespace DanVan.Reporting.QuickReports;

/// <summary>What quick reports are about, and how urgent they can be.</summary>
/// <param name="Fields">What they are about.</param>
/// <param name="Urgencies">From the least urgent on.</param>
public sealed record QuickReportCatalogue(IReadOnlyList<QuickReportField> Fields, IReadOnlyList<QuickReportUrgency> Urgencies)
{
    const int MostHours = 24 * 366;

    /// <summary>The catalogue that comes with the service, or the file that an administration puts in its place.</summary>
    /// <exception cref="InvalidOperationException">It contradicts itself; the message says where.</exception>
    public static QuickReportCatalogue Load(string? path = null)
    {
        var catalogue = DataFile.Read<QuickReportCatalogue>("quick-reports.json", path);
        if (catalogue.Urgencies.FirstOrDefault(one => one.AcknowledgeWithinHours is <= 0 or > MostHours) is { } wrong)
            throw new InvalidOperationException(
                $"Urgency {wrong.Code} of quick reports: acknowledgeWithinHours is above 0, at most {MostHours}"
            );
        if (catalogue.Fields.Count == 0 || catalogue.Urgencies.Count == 0)
            throw new InvalidOperationException("The catalogue of quick reports has no fields, or no urgencies");
        if (
            catalogue
                .Fields.Select(one => one.Code)
                .Concat(catalogue.Urgencies.Select(one => one.Code))
                .CountBy(code => code)
                .Any(one => one.Value > 1)
        )
            throw new InvalidOperationException("A field or an urgency of quick reports stands there twice");
        return catalogue;
    }

    /// <summary>What is wrong about codes that somebody gives; null when there is nothing.</summary>
    internal Rejection? Refuses(string? field, string? urgency) =>
        field is not null && Fields.All(one => one.Code != field) ? Unknown("field", Fields.Select(one => one.Code))
        : urgency is not null && Urgencies.All(one => one.Code != urgency) ? Unknown("urgency", Urgencies.Select(one => one.Code))
        : null;

    /// <summary>Within what time it is to be acknowledged; that of the least urgent where the code is not known any more.</summary>
    internal TimeSpan AcknowledgeWithin(string urgency) =>
        TimeSpan.FromHours((Urgencies.FirstOrDefault(one => one.Code == urgency) ?? Urgencies[0]).AcknowledgeWithinHours);

    static Rejection Unknown(string member, IEnumerable<string> codes) =>
        new(
            "reporting.not-in-catalogue",
            $"Danh mục có: {string.Join(", ", codes)}.",
            $"The catalogue has: {string.Join(", ", codes)}.",
            StatusCodes.Status400BadRequest,
            member
        );
}

/// <summary>What a quick report is about (lĩnh vực).</summary>
public sealed record QuickReportField(string Code, Bilingual Name);

/// <summary>How urgent it is (mức độ khẩn).</summary>
/// <param name="AcknowledgeWithinHours">
/// Within so many hours the unit above acknowledges it, or it goes one level further up. No text fixes the number: it is an administration's to set.
/// </param>
public sealed record QuickReportUrgency(string Code, Bilingual Name, double AcknowledgeWithinHours);

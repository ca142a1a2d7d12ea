namespace DanVan.Conferences.Oversight;

/// <summary>A plan as sent.</summary>
/// <param name="Id">Identity, a UUIDv7; made here when absent.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Year">The year it is planned for.</param>
/// <param name="Subject">What is looked at.</param>
/// <param name="Targets">The classes of units it goes to.</param>
public sealed record OversightEntry(
    Guid? Id,
    OversightKind Kind,
    [Whole(1945, 2100)] int Year,
    [Text(1000)] string Subject,
    [Items(1, 50)] IReadOnlyList<OversightTarget> Targets
)
{
    /// <summary>What is wrong with it; <paramref name="field"/> is where it stands in the request, empty at the top.</summary>
    public Rejection? Check(string field)
    {
        for (var i = 0; i < Targets.Count; i++)
            if (Targets[i].Quantity is TargetQuantity.Counted != Targets[i].Count is not null)
                return new(
                    "conferences.oversight-count",
                    "Số đơn vị được nêu khi và chỉ khi quantity là COUNTED; “một số” là UNSPECIFIED, không phải 0.",
                    "The count goes with COUNTED and only with it; \"some\" is UNSPECIFIED, not 0.",
                    400,
                    $"{field}targets[{i}].count"
                );
        return null;
    }
}

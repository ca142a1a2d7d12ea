namespace DanVan.Directory.Contracts.V1;

/// <summary>
/// A service asks for what its replica of the directory lacks (a question, put into the directory's queue alone: it is in no feed). The directory
/// compares the marks with its own and sends the latest event of every unit, person and position whose mark differs, and the
/// <see cref="CalendarChanged"/>, to the queues of that service, as <c>replay</c> does.
/// </summary>
/// <param name="Service">Who asks.</param>
/// <param name="UnitMarks">
/// 64 marks, of the units whose id ends on a byte that is 0, 1 … 63 modulo 64: the first eight bytes of md5("id:version") of each, joined by exclusive or;
/// 0 where there is none.
/// </param>
/// <param name="CalendarMark">The same of the days of the calendar, md5("date:version").</param>
/// <param name="PersonMarks">As <paramref name="UnitMarks"/>, of the people; absent when the service keeps none.</param>
/// <param name="PositionMarks">As <paramref name="UnitMarks"/>, of the positions; absent when the service keeps none.</param>
public sealed record ReplicaAsked(
    string Service,
    IReadOnlyList<long> UnitMarks,
    long CalendarMark,
    IReadOnlyList<long>? PersonMarks = null,
    IReadOnlyList<long>? PositionMarks = null
);

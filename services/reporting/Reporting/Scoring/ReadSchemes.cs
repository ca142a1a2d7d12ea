using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Scoring;

/// <summary>How mass mobilisation is scored, with the decision that says so.</summary>
public static class ReadSchemes
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/schemes", Handle)
            .RequireScope("reporting.read")
            .WithSummary("The scoring schemes")
            .WithDescription(
                "Bộ tiêu chí chấm điểm công tác dân vận: thang điểm, xếp loại, trường hợp khống chế, chỉ tiêu đề nghị khen thưởng."
            );

    static Ok<IReadOnlyList<ScoringScheme>> Handle(ScoringCatalogue schemes) => TypedResults.Ok(schemes.All);
}

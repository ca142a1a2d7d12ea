using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Records a decision to protect the denouncer (áp dụng biện pháp bảo vệ người tố cáo). Luật TC Đ56–58.</summary>
public static class OrderProtection
{
    public sealed record Request(
        [Items(1, 3)] IReadOnlyList<ProtectionMeasure> Measures,
        DateOnly OrderedOn,
        [Text(100)] string DocumentNumber
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/protections", Handle)
            .RequireScope(Scopes.Decide)
            .RequireIdempotencyKey()
            .WithSummary("Áp dụng biện pháp bảo vệ người tố cáo / Order measures that protect the denouncer")
            .WithExample(new Request([ProtectionMeasure.Information, ProtectionMeasure.Work], new DateOnly(2026, 8, 10), "07/QĐ-UBND"));

    static Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        return db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition => petition.Protect(request.OrderedOn, request.DocumentNumber, clock.Today()),
            (petition, _) =>
                new ProtectionOrdered(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.OrderedOn,
                    [.. request.Measures.Distinct().Select(EnumNames.Of)]
                ),
            ct
        );
    }
}

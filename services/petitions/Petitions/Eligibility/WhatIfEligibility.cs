using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Eligibility;

/// <summary>Judges without a case; nothing is kept.</summary>
public static class WhatIfEligibility
{
    /// <param name="Anonymous">Nobody put a name to it.</param>
    /// <param name="FailedChecks">Ids of the checks that are answered with no.</param>
    /// <param name="ConcreteEvidence">Check E7: the anonymous denunciation names the violator, with concrete evidence.</param>
    /// <param name="Competent">Whether the unit may resolve it.</param>
    /// <param name="On">The day whose law counts.</param>
    public sealed record Request(
        PetitionKind Kind,
        Channel Channel,
        PetitionField Field,
        bool? Anonymous,
        [Items(0, 20)] IReadOnlyList<string> FailedChecks,
        bool? ConcreteEvidence,
        bool Competent,
        DateOnly On
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/eligibility/what-if", Handle)
            .RequireScope(Scopes.Read)
            .WithoutIdempotency() // Nothing changes.
            .WithSummary("Xét thử điều kiện xử lý và hướng xử lý / Try eligibility and handling without a case")
            .WithExample(
                new Request(
                    PetitionKind.ToCao,
                    Channel.BuuChinh,
                    PetitionField.HanhChinh,
                    Anonymous: true,
                    [],
                    ConcreteEvidence: true,
                    Competent: true,
                    new DateOnly(2026, 8, 5)
                )
            );

    static Results<Ok<JudgementView>, ProblemHttpResult> Handle(Request request, EligibilityTable table) =>
        table.Judge(
            new(
                request.Kind,
                request.Channel,
                request.Field,
                request.Anonymous ?? false,
                request.FailedChecks,
                request.ConcreteEvidence ?? false,
                request.Competent,
                request.On
            ),
            out var judgement
        )
            is { } refused
            ? refused.ToProblem()
            : TypedResults.Ok(judgement.ToView());
}

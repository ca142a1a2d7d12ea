using DanVan.Awards.Contracts.V1;
using DanVan.Awards.Movements;

namespace DanVan.Awards.Models;

/// <summary>
/// Enters a model or a typical individual into the register, or a replication of one. A model that a source reports as carried out already is entered
/// at the stage that the source shows; what it does not state stays unknown.
/// </summary>
public static class RegisterModel
{
    public sealed record Request(
        Guid UnitId,
        ModelKind Kind,
        [Text(300)] string Name,
        ModelField Field,
        [Text(300)] string? Place,
        Guid? MovementId,
        Guid? ParentId,
        DateOnly? RegisteredOn,
        DateOnly? ActiveFrom,
        DateOnly? ActiveTo,
        [Text(500)] string? Source,
        ModelStage? Stage,
        Guid? Id
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/models", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Đăng ký mô hình, điển hình / Register a model or a typical individual")
            .WithDescription("Nhân rộng: nêu parentId của mô hình gốc. / A replication names the parentId of its model.")
            .WithExample(
                new Request(
                    RootUnit.Id,
                    ModelKind.Model,
                    "Vùng xanh an toàn",
                    ModelField.PhongChongDich,
                    Place: "Thành phố Hà Nội",
                    MovementId: null,
                    ParentId: null,
                    RegisteredOn: new(2021, 7, 1),
                    ActiveFrom: new(2021, 8, 1),
                    ActiveTo: null,
                    Source: "Báo điện tử, 13/01/2022",
                    ModelStage.Registered,
                    Id: null
                )
            );

    static async Task<Results<Created<ModelView>, Ok<ModelView>, ProblemHttpResult>> Handle(
        Request request,
        AwardsDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        if (!caller.ActsFor(request.UnitId, request.RegisteredOn ?? request.ActiveFrom ?? today, tree))
            return Refused.UnknownUnit("unitId").ToProblem();
        var digest = EntryDigest.Of(request);
        if (request.Id is { } id && await db.Models.FindAsync([id], ct) is { } entered)
            return entered.EntryDigest.SequenceEqual(digest)
                ? TypedResults.Ok(entered.ToView(await db.Models.CountAsync(model => model.ParentId == id, ct)))
                : EntryDigest.IdTaken.ToProblem();
        if (Refuses(request, today) is { } refused)
            return refused.ToProblem();
        if (
            request.MovementId is { } movement
            && !await db.Movements.Open(caller, db, tree, today).AnyAsync(open => open.Id == movement, ct)
        )
            return Refused.UnknownMovement.ToProblem();
        if (request.ParentId is { } parent && await RefusesParent(parent, db, caller, ct) is { } noParent)
            return noParent.ToProblem();

        var model = ToModel(request, digest, clock);
        db.Add(model);
        db.Announce(
            model,
            new ModelRegistered(
                model.Id,
                model.UnitId,
                EnumNames.Of(model.Kind),
                EnumNames.Of(model.Field),
                model.MovementId,
                model.ParentId,
                model.RegisteredOn,
                EnumNames.Of(model.Stage)
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/awards/models/{model.Id}", model.ToView(replications: 0));
    }

    internal static Rejection? Refuses(Request request, DateOnly today)
    {
        if (request.RegisteredOn > today)
            return new(
                "awards.model-day",
                "Ngày đăng ký không được ở tương lai.",
                "The day of registration is not in the future.",
                400,
                "registeredOn"
            );
        if (request.ActiveTo < request.ActiveFrom)
            return new(
                "awards.model-period",
                "Ngày kết thúc không được trước ngày bắt đầu.",
                "The end is not before the start.",
                400,
                "activeTo"
            );
        if (request.Stage == ModelStage.Recognised)
            return new(
                "awards.recognition-is-decided",
                "Công nhận là một bước riêng, có cấp và ngày: dùng models/{id}/recognition.",
                "Recognition is a step of its own with a level and a day: use models/{id}/recognition.",
                400,
                "stage"
            );
        return null;
    }

    // Recognised models are there to be copied: everybody may name one as a parent.
    static async Task<Rejection?> RefusesParent(Guid id, AwardsDb db, Caller caller, CancellationToken ct)
    {
        var own = db.Models.Visible(caller, db).Select(model => model.Id);
        var parent = await db
            .Models.AsNoTracking()
            .SingleOrDefaultAsync(model => model.Id == id && (model.Stage == ModelStage.Recognised || own.Contains(model.Id)), ct);
        return parent is null
            ? new("awards.unknown-model", "Không có mô hình gốc này.", "There is no such parent model.", 404, "parentId")
            : parent.RefusesReplication();
    }

    static Model ToModel(Request request, byte[] digest, TimeProvider clock) =>
        new()
        {
            Id = request.Id ?? Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = request.UnitId,
            Kind = request.Kind,
            Name = request.Name,
            Field = request.Field,
            Place = request.Place,
            Source = request.Source,
            MovementId = request.MovementId,
            ParentId = request.ParentId,
            ActiveFrom = request.ActiveFrom,
            ActiveTo = request.ActiveTo,
            RegisteredOn = request.RegisteredOn,
            Stage = request.Stage ?? ModelStage.Registered,
            EntryDigest = digest,
        };
}

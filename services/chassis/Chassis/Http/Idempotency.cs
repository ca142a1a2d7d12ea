using System.Data;
using System.Security.Cryptography;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DanVan.Chassis.Http;

/// <summary>
/// Idempotency-Key on POST. The handler runs in a transaction that this opens; its changes, its events and its answer are committed together before
/// the first byte goes out. So a repetition finds either nothing, and runs, or the whole answer, and gets it again. Refusals (4xx, 5xx) roll back and
/// are not kept.
/// </summary>
static class Idempotency
{
    const string Header = "Idempotency-Key";

    public static Task Apply(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.GetEndpoint()?.Metadata is not { } metadata)
            return next(context);
        var rule = metadata.GetMetadata<IdempotencyRule>();
        if ((rule is null && metadata.GetMetadata<ResourceMetadata>() is null) || rule is { Ignored: true })
            return next(context);

        var header = context.Request.Headers[Header];
        if (header.Count == 0)
            return rule is { Required: true } ? Problems.Write(context, IdempotencyProblems.Missing()) : next(context);
        var caller = Caller.Of(context);
        if (header is not [{ } key] || !IsKey(key, caller.IsAnonymous))
            return Problems.Write(context, IdempotencyProblems.Malformed());
        return Run(
            context,
            next,
            rule is { Sealed: true },
            new(caller.IsAnonymous ? "anonymous" : $"{caller.Issuer} {caller.Subject}", key)
        );
    }

    // Without a token the key alone keeps one caller's answer from another.
    static bool IsKey(string key, bool anonymous) =>
        key.Length <= 255 && key.Length >= (anonymous ? 16 : 1) && key.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;

    static async Task Run(HttpContext context, RequestDelegate next, bool seals, IdempotencyScope scope)
    {
        var ct = context.RequestAborted;
        // The body is read first: a slow sender must not hold a connection of the database.
        var fingerprint = await Fingerprint(context.Request, ct);
        var db = context.RequestServices.GetRequiredService<ServiceDb>();
        await db.Database.OpenConnectionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);

        var (locked, answer) = await IdempotencyStore.Enter(transaction, scope, ct);
        if (answer is not null)
            await Replay(context, answer, scope, fingerprint);
        else if (!locked)
            await AskAgain(context);
        else
            await RunOnce(context, next, db, transaction, scope, seals ? SealOf(context) : null, fingerprint);
    }

    static async Task RunOnce(
        HttpContext context,
        RequestDelegate next,
        ServiceDb db,
        NpgsqlTransaction transaction,
        IdempotencyScope scope,
        IAnswerSeal? seal,
        byte[] fingerprint
    )
    {
        db.Database.AutoSavepointsEnabled = false; // One failure ends the request, so nothing would ever return to a savepoint.
        await using var joined = await db.Database.UseTransactionAsync(transaction, context.RequestAborted);
        using var held = HeldAnswer.Begin(context);
        await next(context);
        if (context.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            await IdempotencyStore.StoreAndCommit(
                transaction,
                scope,
                held.ToStore(fingerprint, seal is null ? null : body => seal.Seal(body, scope.Place))
            );
            context.RequestServices.GetRequiredService<OutboxSignal>().Set();
        }
        else
        {
            await transaction.RollbackAsync(CancellationToken.None);
        }
        await held.Send();
    }

    static Task Replay(HttpContext context, StoredAnswer answer, IdempotencyScope scope, byte[] fingerprint)
    {
        if (!CryptographicOperations.FixedTimeEquals(answer.Fingerprint, fingerprint))
            return Problems.Write(context, IdempotencyProblems.OtherRequest());
        context.Response.Headers["Idempotency-Replayed"] = "true";
        var body =
            answer.Headers.Remove(StoredAnswer.SealedMark) && answer.Body is { } box ? SealOf(context).Open(box, scope.Place) : answer.Body;
        if (body is null)
            return Problems.Write(context, IdempotencyProblems.NotKept(answer.Headers.GetValueOrDefault("Location")));
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        return body.Length == 0 ? Task.CompletedTask : context.Response.Body.WriteAsync(body).AsTask();
    }

    static IAnswerSeal SealOf(HttpContext context) => context.RequestServices.GetRequiredService<IAnswerSeal>();

    static Task AskAgain(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return Problems.Write(context, IdempotencyProblems.Running());
    }

    static async Task<byte[]> Fingerprint(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{request.Method} {request.PathBase}{request.Path}{request.QueryString}\n"));
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
                hash.AppendData(buffer, 0, read);
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}

using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace DanVan.Chassis.Http;

/// <summary>What a failure of PostgreSQL means to the caller: a conflict to solve, or a moment to wait.</summary>
static class DatabaseProblem
{
    /// <summary>The problem, or none when the exception is not about the state of the data or of the server.</summary>
    public static ProblemDetails? Explain(Exception exception, IEnumerable<OnlyOne> known)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            if (Of(e, known) is { } problem)
                return problem;
        return null;
    }

    static ProblemDetails? Of(Exception e, IEnumerable<OnlyOne> known) =>
        e switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: { } name }
                when known.FirstOrDefault(one => one.Constraint == name) is { } one => one.Rejection.ToProblem().ProblemDetails,
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation } => Problems.Create(
                StatusCodes.Status409Conflict,
                "already-exists",
                "Đã có một mục trùng với mục này.",
                "There is already one that this one would duplicate."
            ),
            PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } => Problems.Create(
                StatusCodes.Status409Conflict,
                "still-referenced",
                "Mục được nhắc đến không có, hoặc vẫn đang được dùng.",
                "What is referred to does not exist, or is still in use."
            ),
            PostgresException postgres when IsPassing(postgres.SqlState) => Unavailable(),
            PostgresException => null,
            NpgsqlException { IsTransient: true } => Unavailable(),
            NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => Unavailable(),
            _ => null,
        };

    // Class 08 connection, 53 resources, 57 operator (shutdown, statement timeout); and the two ways in which concurrent transactions lose.
    static bool IsPassing(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("57", StringComparison.Ordinal)
        || state is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable;

    static ProblemDetails Unavailable() => StatusProblem.Details(StatusCodes.Status503ServiceUnavailable);
}

using System.Buffers.Binary;
using System.Buffers.Text;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Chassis.Http;

/// <summary>Which page of a list in the order of a day is wanted. Bind it with <c>[AsParameters]</c>.</summary>
/// <param name="Limit">At most so many items: 50 unless told, 1,000 at most.</param>
/// <param name="After">The cursor that the page before gave as <c>next</c>.</param>
public sealed record PageByDayRequest(
    [FromQuery(Name = "limit"), Whole(1, PageRequest.MaxLimit), Description("At most so many items; 50 unless told.")] int? Limit = null,
    [FromQuery(Name = "after"), DayCursor, Description("The next of the page before.")] string? After = null
)
{
    /// <summary>The number of items wanted.</summary>
    public int Size => Limit ?? 50;
}

/// <summary>A cursor of a list in the order of a day that this service gave out.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
sealed class DayCursorAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string text && DayCursor.TryRead(text, out _, out _));

    public override string FormatErrorMessage(string name) => new CursorAttribute().FormatErrorMessage(name);
}

/// <summary>The opaque form of the day and the key that a page ended with.</summary>
static class DayCursor
{
    public static string Write(DateOnly day, Guid key)
    {
        Span<byte> bytes = stackalloc byte[20];
        BinaryPrimitives.WriteInt32BigEndian(bytes, day.DayNumber);
        key.TryWriteBytes(bytes[4..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryRead(string text, out DateOnly day, out Guid key)
    {
        Span<byte> bytes = stackalloc byte[20];
        (day, key) = (default, default);
        if (text.Length != 27 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != 20)
            return false;
        var number = BinaryPrimitives.ReadInt32BigEndian(bytes);
        if (number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber)
            return false;
        (day, key) = (DateOnly.FromDayNumber(number), new Guid(bytes[4..], bigEndian: true));
        return true;
    }
}

/// <summary>Pages in the order of a day, then of the key: stable under writes as long as the day of an item stays.</summary>
public static class PagingByDay
{
    /// <summary>Reads one page, earliest day first. The items are not tracked.</summary>
    /// <param name="rows">The rows; each has a day.</param>
    /// <param name="page">Which page.</param>
    /// <param name="day">The day, as a column.</param>
    /// <param name="key">The key, as a column.</param>
    /// <param name="view">What is shown of an item.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Page<TView>> ToPage<T, TView>(
        this IQueryable<T> rows,
        PageByDayRequest page,
        Expression<Func<T, DateOnly?>> day,
        Expression<Func<T, Guid>> key,
        Func<T, TView> view,
        CancellationToken ct
    )
        where T : class
    {
        if (page.After is { } after && DayCursor.TryRead(after, out var lastDay, out var lastKey))
            rows = rows.Where(Beyond(day, key, new Bound(lastDay, lastKey)));
        var items = await rows.OrderBy(day).ThenBy(key).AsNoTracking().Take(page.Size + 1).ToListAsync(ct);
        if (items.Count <= page.Size)
            return new([.. items.Select(view)], null);
        items.RemoveAt(page.Size);
        return new([.. items.Select(view)], DayCursor.Write(day.Compile()(items[^1])!.Value, key.Compile()(items[^1])));
    }

    static Expression<Func<T, bool>> Beyond<T>(Expression<Func<T, DateOnly?>> day, Expression<Func<T, Guid>> key, Bound last)
    {
        var row = day.Parameters[0];
        var ofKey = new Rename(key.Parameters[0], row).Visit(key.Body);
        var (lastDay, lastKey) = (
            Expression.Property(Expression.Constant(last), nameof(Bound.Day)),
            Expression.Property(Expression.Constant(last), nameof(Bound.Key))
        );
        return Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(
                Expression.GreaterThan(day.Body, lastDay),
                Expression.AndAlso(Expression.Equal(day.Body, lastDay), Expression.GreaterThan(ofKey, lastKey))
            ),
            row
        );
    }

    sealed record Bound(DateOnly? Day, Guid Key);

    sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}

using System.Buffers.Text;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Chassis.Http;

/// <summary>Which page of a list is wanted. Bind it with <c>[AsParameters]</c>.</summary>
/// <param name="Limit">At most so many items: 50 unless told, 1,000 at most.</param>
/// <param name="After">The cursor that the page before gave as <c>next</c>.</param>
public sealed record PageRequest(
    [FromQuery(Name = "limit"), Whole(1, PageRequest.MaxLimit), Description("At most so many items; 50 unless told.")] int? Limit = null,
    [FromQuery(Name = "after"), Cursor, Description("The next of the page before.")] string? After = null
)
{
    /// <summary>The longest page.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The number of items wanted.</summary>
    public int Size => Limit ?? 50;
}

/// <summary>A page of a list; <c>next</c> is the cursor of the page after it, absent on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next) : IPage;

/// <summary>A page of whatever.</summary>
public interface IPage
{
    /// <summary>The cursor of the page after it; none on the last.</summary>
    string? Next { get; }
}

/// <summary>A cursor that this service gave out.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
sealed class CursorAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string text && Cursor.TryRead(text, out _));

    public override string FormatErrorMessage(string name) =>
        Phrases.Of(
            "Không phải con trỏ do hệ thống trả về. Lấy nguyên giá trị next của trang trước, hoặc bỏ tham số này để đọc từ đầu.",
            "Not a cursor that was given out here. Take next of the page before as it is, or leave it out to start over."
        );
}

/// <summary>The opaque form of the key that a page ended with.</summary>
static class Cursor
{
    public static string Write(Guid key) => Base64Url.EncodeToString(key.ToByteArray(bigEndian: true));

    public static bool TryRead(string text, out Guid key)
    {
        Span<byte> bytes = stackalloc byte[16];
        var whole =
            text.Length == 22 && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == 16;
        key = whole ? new Guid(bytes, bigEndian: true) : default;
        return whole;
    }
}

/// <summary>Pages over a key that grows with time, stable under writes: what was added or removed meanwhile moves nothing that was read.</summary>
public static class Paging
{
    /// <summary>
    /// Reads one page in the order of the key, oldest first unless <paramref name="newestFirst"/>. The items are not tracked.
    /// </summary>
    public static async Task<Page<TView>> ToPage<T, TView>(
        this IQueryable<T> query,
        PageRequest page,
        Expression<Func<T, Guid>> key,
        Func<T, TView> view,
        CancellationToken ct,
        bool newestFirst = false
    )
        where T : class
    {
        if (page.After is { } after && Cursor.TryRead(after, out var last))
            query = query.Where(Beyond(key, last, newestFirst));
        var ordered = newestFirst ? query.OrderByDescending(key) : query.OrderBy(key);
        var items = await ordered.AsNoTracking().Take(page.Size + 1).ToListAsync(ct);
        if (items.Count <= page.Size)
            return new([.. items.Select(view)], null);
        items.RemoveAt(page.Size);
        return new([.. items.Select(view)], Cursor.Write(key.Compile()(items[^1])));
    }

    /// <summary>
    /// Reads one page of two lists that have nothing in common, the second after the first, each newest first. Keys are UUIDs of version 7, whose highest bit
    /// is not used before the year 6429: in a cursor it says that the page ended in the second list.
    /// </summary>
    public static async Task<Page<TView>> ToPage<T, TView>(
        this (IQueryable<T> First, IQueryable<T> Second) lists,
        PageRequest page,
        Expression<Func<T, Guid>> key,
        Func<T, TView> view,
        CancellationToken ct
    )
        where T : class
    {
        var last = page.After is { } after && Cursor.TryRead(after, out var read) ? read : (Guid?)null;
        var inSecond = last is { } mark && Marked(mark) == mark;
        var items = inSecond ? [] : await Read(lists.First, last, page.Size + 1);
        var first = items.Count;
        if (first <= page.Size)
            items.AddRange(await Read(lists.Second, inSecond ? Unmarked(last!.Value) : null, page.Size + 1 - first));
        if (items.Count <= page.Size)
            return new([.. items.Select(view)], null);
        items.RemoveAt(page.Size);
        var end = key.Compile()(items[^1]);
        return new([.. items.Select(view)], Cursor.Write(page.Size > first ? Marked(end) : end));

        Task<List<T>> Read(IQueryable<T> list, Guid? beyond, int most) =>
            (beyond is { } bound ? list.Where(Beyond(key, bound, newestFirst: true)) : list)
                .OrderByDescending(key)
                .AsNoTracking()
                .Take(most)
                .ToListAsync(ct);
    }

    static Guid Marked(Guid key) => WithFirstByte(key, first => (byte)(first | 0x80));

    static Guid Unmarked(Guid key) => WithFirstByte(key, first => (byte)(first & 0x7f));

    static Guid WithFirstByte(Guid key, Func<byte, byte> change)
    {
        var bytes = key.ToByteArray(bigEndian: true);
        bytes[0] = change(bytes[0]);
        return new(bytes, bigEndian: true);
    }

    // The key is held in a field, so that the query is one prepared statement for all cursors.
    static Expression<Func<T, bool>> Beyond<T>(Expression<Func<T, Guid>> key, Guid last, bool newestFirst)
    {
        var bound = Expression.Property(Expression.Constant(new Bound(last)), nameof(Bound.Key));
        var beyond = newestFirst ? Expression.LessThan(key.Body, bound) : Expression.GreaterThan(key.Body, bound);
        return Expression.Lambda<Func<T, bool>>(beyond, key.Parameters);
    }

    sealed record Bound(Guid Key);
}

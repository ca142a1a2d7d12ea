using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace DanVan.Chassis.Http;

/// <summary>Text of at most so many characters that is not blank. On a nullable member it may be left out, but not be blank.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class TextAttribute : StringLengthAttribute
{
    /// <summary>Text of 1 to <paramref name="maximumLength"/> characters.</summary>
    public TextAttribute(int maximumLength)
        : base(maximumLength) => MinimumLength = 1;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (base.IsValid(value) && !string.IsNullOrWhiteSpace(value as string));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        Phrases.Of(
            $"Phải có nội dung, dài từ {MinimumLength} đến {MaximumLength} ký tự.",
            $"Must not be blank and have {MinimumLength} to {MaximumLength} characters."
        );
}

/// <summary>A whole number within bounds, both allowed.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class WholeAttribute : RangeAttribute
{
    /// <summary>Of an <see cref="int"/>.</summary>
    public WholeAttribute(int minimum, int maximum)
        : base(minimum, maximum) { }

    /// <summary>Of a <see cref="long"/>.</summary>
    public WholeAttribute(long minimum, long maximum)
        : base(typeof(long), $"{minimum}", $"{maximum}") { }

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        Phrases.Of($"Phải là số nguyên từ {Minimum} đến {Maximum}.", $"Must be a whole number from {Minimum} to {Maximum}.");
}

/// <summary>A list with so many items.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class ItemsAttribute(int minimum, int maximum) : LengthAttribute(minimum, maximum)
{
    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        Phrases.Of($"Phải có từ {MinimumLength} đến {MaximumLength} mục.", $"Must have {MinimumLength} to {MaximumLength} items.");
}

/// <summary>Text of a given form, matched whole and in linear time whatever is sent.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class PatternAttribute(string pattern) : RegularExpressionAttribute(pattern)
{
    static readonly ConcurrentDictionary<string, Regex> Compiled = new();

    /// <summary>What the form is, in Vietnamese; the pattern itself when not given.</summary>
    public string? Vi { get; init; }

    /// <summary>What the form is, in English.</summary>
    public string? En { get; init; }

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is null
        || value is string text
            && Compiled
                .GetOrAdd(Pattern, static p => new Regex($@"\A(?:{p})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))
                .IsMatch(text);

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        Phrases.Of($"Phải theo dạng: {Vi ?? Pattern}.", $"Must have the form: {En ?? Vi ?? Pattern}.");
}

using DanVan.Petitions.Receipts;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>What is typed wrong is noticed before anybody looks for it.</summary>
public sealed class TrackingCodeTests
{
    static readonly string[] Codes = [.. Enumerable.Range(0, 200).Select(_ => TrackingCode.New())];

    [Fact]
    public void A_code_is_recognised_as_it_is_shown_and_as_people_type_it() =>
        Assert.All(
            Codes,
            code =>
            {
                var shown = TrackingCode.Grouped(code);
                Assert.Matches("^[0-9EFHKMRTXY]{4}(-[0-9EFHKMRTXY]{4}){3}$", shown);
                string[] ways = [code, shown, shown.ToLowerInvariant(), shown.Replace('-', ' '), $" {shown.Replace('-', '.')} "];
                Assert.All(ways, written => Assert.Equal(code, TrackingCode.Parse(written)));
                Assert.Equal(code, TrackingCode.Parse(code.Replace('0', 'o').Replace('1', 'l')));
            }
        );

    [Fact]
    public void Every_single_letter_typed_wrong_is_noticed() =>
        NoneIsACode(
            from code in Codes
            from place in Enumerable.Range(0, TrackingCode.Length)
            from letter in TrackingCode.Letters
            where letter != code[place]
            select $"{code[..place]}{letter}{code[(place + 1)..]}"
        );

    [Fact]
    public void Any_two_letters_exchanged_are_noticed_neighbours_among_them() =>
        NoneIsACode(
            from code in Codes
            from first in Enumerable.Range(0, TrackingCode.Length)
            from second in Enumerable.Range(first + 1, TrackingCode.Length - first - 1)
            where code[first] != code[second]
            select $"{code[..first]}{code[second]}{code[(first + 1)..second]}{code[first]}{code[(second + 1)..]}"
        );

    [Fact]
    public void What_is_too_short_too_long_or_of_other_letters_is_no_code() =>
        NoneIsACode(["", Codes[0][1..], Codes[0] + "0", "Đ" + Codes[0][1..], "A" + Codes[0][1..], "----------------"]);

    [Fact]
    public void Every_letter_occurs_at_every_place_and_no_code_twice()
    {
        var many = Enumerable.Range(0, 2000).Select(_ => TrackingCode.New()).ToList();

        Assert.Distinct(many);
        Assert.All(
            Enumerable.Range(0, TrackingCode.Length),
            place => Assert.Equal(TrackingCode.Letters.Length, many.Select(code => code[place]).Distinct().Count())
        );
    }

    [Fact]
    public void The_example_of_the_document_is_a_code() => Assert.NotNull(TrackingCode.Parse(ReadStatus.ExampleCode));

    static void NoneIsACode(IEnumerable<string> wrong) => Assert.Empty(wrong.Where(one => TrackingCode.Parse(one) is not null).Take(5));
}

using FsCheck;
using FsCheck.Fluent;

namespace DanVan.Directory.Tests.Properties;

/// <summary>What happens next, as bare numbers: what they mean is decided by the units that are there when it happens.</summary>
public sealed record Step(int Act, int First, int Second, int Third, int Day, int Code)
{
    /// <summary>Sequences of up to sixty acts; a failing one is made shorter by leaving acts out.</summary>
    public static Arbitrary<Step[]> Sequences { get; } = Arb.From(Gen.Sized(size => Gen.ArrayOf(One, Math.Min(size + 5, 60))), Shorter);

    static Gen<Step> One =>
        from act in Gen.Choose(0, 99)
        from first in Gen.Choose(0, 9_999)
        from second in Gen.Choose(0, 9_999)
        from third in Gen.Choose(0, 9_999)
        from day in Gen.Choose(-3, 6)
        from code in Gen.Choose(0, 7)
        select new Step(act, first, second, third, day, code);

    static IEnumerable<Step[]> Shorter(Step[] steps)
    {
        for (var half = steps.Length / 2; half > 1; half /= 2)
            yield return steps[..half];
        for (var left = 0; left < steps.Length; left++)
            yield return [.. steps[..left], .. steps[(left + 1)..]];
    }
}

using DanVan.Awards.Decisions;

namespace DanVan.Awards.Tests.Rules;

public sealed class ReconciliationTests
{
    [Fact]
    public void Declared_but_nobody_named_is_unnamed_and_not_zero_awards()
    {
        var declared = new DeclaredCounts(5, 10, null);

        Assert.Equal(Reconciliation.Unnamed, declared.With(RecipientCounts.None));
        Assert.Equal(15, declared.Or(RecipientCounts.None).Total);
    }

    [Theory]
    [InlineData(5, 10, 0, Reconciliation.Complete)]
    [InlineData(5, 9, 0, Reconciliation.IncompleteList)]
    [InlineData(0, 1, 0, Reconciliation.IncompleteList)]
    [InlineData(6, 9, 0, Reconciliation.MoreThanDeclared)]
    [InlineData(5, 11, 0, Reconciliation.MoreThanDeclared)]
    public void Names_are_compared_kind_by_kind(int collectives, int individuals, int households, Reconciliation expected) =>
        Assert.Equal(expected, new DeclaredCounts(5, 10, null).With(new(collectives, individuals, households)));

    [Fact]
    public void A_kind_whose_number_is_not_stated_is_left_out_of_the_comparison() =>
        Assert.Equal(Reconciliation.Complete, new DeclaredCounts(5, null, null).With(new(5, 3, 0)));

    [Fact]
    public void A_stated_zero_is_a_number() =>
        Assert.Equal(Reconciliation.MoreThanDeclared, new DeclaredCounts(5, 0, null).With(new(5, 1, 0)));

    [Fact]
    public void Names_without_any_declared_number_have_nothing_to_be_complete_against() =>
        Assert.Equal(Reconciliation.NotDeclared, new DeclaredCounts(null, null, null).With(new(1, 0, 0)));
}

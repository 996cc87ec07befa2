using Muster.Domain.Identity;

namespace Muster.Domain.Tests.Identity;

public sealed class GrantScopeTests
{
    private static readonly Guid Unit = Guid.Parse("00000000-0000-7000-8000-00000000000a");

    [Fact]
    public void The_scope_all_has_no_unit_and_the_others_need_one()
    {
        Assert.Equal(GrantScope.All, GrantScope.From(GrantScopeKind.All, null));
        Assert.Null(GrantScope.From(GrantScopeKind.All, Unit));
        Assert.Equal(GrantScope.BusinessUnit(Unit), GrantScope.From(GrantScopeKind.BusinessUnit, Unit));
        Assert.Null(GrantScope.From(GrantScopeKind.BusinessUnit, null));
        Assert.Null(GrantScope.From(GrantScopeKind.ManagementUnit, null));
    }

    [Fact]
    public void A_unit_of_one_kind_is_not_one_of_another_kind_with_the_same_id() =>
        Assert.False(GrantScope.ManagementUnit(Unit).Covers(Place.InBusinessUnit(Unit)));
}

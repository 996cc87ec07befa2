using System.Collections.Frozen;
using Muster.Domain.Identity;

namespace Muster.Domain.Tests.Identity;

public sealed class RightsTests
{
    private static readonly Guid North = Guid.Parse("00000000-0000-7000-8000-00000000000a");
    private static readonly Guid South = Guid.Parse("00000000-0000-7000-8000-00000000000b");
    private static readonly Guid NorthSite = Guid.Parse("00000000-0000-7000-8000-00000000000c");

    [Fact]
    public void Without_a_grant_nothing_is_allowed() =>
        Assert.All(Permissions.All, permission => Assert.False(Rights.None.Allow(permission, Place.Installation)));

    [Fact]
    public void A_grant_everywhere_covers_every_place()
    {
        var rights = Holding(GrantScope.All, Permissions.UsersView);

        Assert.True(rights.Allow(Permissions.UsersView, Place.Installation));
        Assert.True(rights.Allow(Permissions.UsersView, Place.InBusinessUnit(North)));
        Assert.True(rights.Allow(Permissions.UsersView, Place.InManagementUnit(North, NorthSite)));
        Assert.False(rights.Allow(Permissions.UsersEdit, Place.Installation));
    }

    [Fact]
    public void A_grant_in_a_business_unit_covers_its_management_units_and_nothing_else()
    {
        var rights = Holding(GrantScope.BusinessUnit(North), Permissions.UsersView);

        Assert.True(rights.Allow(Permissions.UsersView, Place.InBusinessUnit(North)));
        Assert.True(rights.Allow(Permissions.UsersView, Place.InManagementUnit(North, NorthSite)));
        Assert.False(rights.Allow(Permissions.UsersView, Place.InBusinessUnit(South)));
        Assert.False(rights.Allow(Permissions.UsersView, Place.Installation));
    }

    [Fact]
    public void A_permission_in_any_unit_is_held_somewhere_unless_a_token_leaves_it_out()
    {
        var rights = Holding(GrantScope.ManagementUnit(NorthSite), Permissions.UsersView);

        Assert.True(rights.AllowSomewhere(Permissions.UsersView));
        Assert.False(rights.AllowSomewhere(Permissions.UsersEdit));
        Assert.False(rights.LimitedTo([Permissions.UsersEdit]).AllowSomewhere(Permissions.UsersView));
        Assert.False(Rights.None.AllowSomewhere(Permissions.UsersView));
    }

    [Fact]
    public void A_grant_in_a_management_unit_does_not_reach_up()
    {
        var rights = Holding(GrantScope.ManagementUnit(NorthSite), Permissions.UsersView);

        Assert.True(rights.Allow(Permissions.UsersView, Place.InManagementUnit(North, NorthSite)));
        Assert.False(rights.Allow(Permissions.UsersView, Place.InBusinessUnit(North)));
    }

    [Fact]
    public void A_token_carries_the_lesser_of_what_was_asked_and_what_is_held()
    {
        var rights = Holding(GrantScope.All, Permissions.UsersView, Permissions.AuditView)
            .LimitedTo([Permissions.AuditView, Permissions.UsersEdit]);

        Assert.Equal([Permissions.AuditView], rights.At(Place.Installation));
    }

    [Fact]
    public void The_administrator_holds_every_permission() =>
        Assert.Equal(Permissions.All.ToHashSet(), Permissions.Of(BuiltInRole.Administrator).ToHashSet());

    [Fact]
    public void Every_permission_is_found_by_its_name() =>
        Assert.All(Permissions.All, permission => Assert.Same(permission, Permissions.Find(permission.Name)));

    private static Rights Holding(GrantScope scope, params Permission[] permissions) =>
        Rights.From([(permissions.ToFrozenSet(), scope)]);
}

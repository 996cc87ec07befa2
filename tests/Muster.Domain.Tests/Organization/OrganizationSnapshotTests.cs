using Muster.Domain.Organization;

namespace Muster.Domain.Tests.Organization;

public sealed class OrganizationSnapshotTests
{
    [Fact]
    public void Items_are_found_by_typed_ids()
    {
        Assert.Same(Sample.German, Sample.All.Skills[Sample.German.Id]);
        Assert.Null(Sample.All.Skills.Find(new SkillId(Sample.Acme.Id.Value)));
        Assert.Same(Sample.Acme, Sample.All.Find(Sample.Acme.Id.Value));
    }

    [Fact]
    public void A_snapshot_stays_as_it_was()
    {
        var without = Sample.All.Without(Sample.German);

        Assert.NotNull(Sample.All.Skills.Find(Sample.German.Id));
        Assert.Null(without.Skills.Find(Sample.German.Id));
        Assert.Equal("Deutsch", Sample.All.With(Sample.German with { Name = "Deutsch" }).Skills[Sample.German.Id].Name);
        Assert.Equal("German", Sample.All.Skills[Sample.German.Id].Name);
    }

    [Fact]
    public void Of_two_versions_the_newer_stays()
    {
        var newer = Sample.German with { Name = "Deutsch", Version = 2 };

        Assert.Same(newer, Sample.All.WithNewer([newer]).WithNewer([Sample.German]).Skills[Sample.German.Id]);
    }

    [Fact]
    public void It_knows_where_an_item_belongs()
    {
        Assert.Equal(Sample.Acme.Id, Sample.All.TenantOf(Sample.Owls));
        Assert.Equal(Sample.North.Id, Sample.All.BusinessUnitOf(Sample.Owls));
        Assert.Equal(Sample.Kiel.Id, Sample.All.ManagementUnitOf(Sample.Owls));
        Assert.Null(Sample.All.BusinessUnitOf(Sample.German));
    }

    [Fact]
    public void The_zone_of_a_unit_is_its_own_or_the_business_units()
    {
        Assert.Equal("Europe/Berlin", Sample.All.ZoneOf(Sample.Kiel).Id);
        Assert.Equal("Asia/Kolkata", Sample.All.ZoneOf(Sample.Munich).Id);
    }

    [Fact]
    public void Every_item_is_read_as_it_was_written() => Assert.All(Sample.All.All, item =>
    {
        var text = OrganizationJson.Write(item);
        var read = OrganizationJson.Read(OrganizationKinds.Of(item), text).WithKey(item.Key());

        Assert.Equal(text, OrganizationJson.Write(read));
        Assert.DoesNotContain("\"version\"", text, StringComparison.Ordinal);
    });

    [Fact]
    public void Kinds_have_names_of_their_own_and_come_after_what_they_belong_to()
    {
        Assert.Equal(12, OrganizationKinds.All.Select(kind => kind.Name).Distinct().Count());
        Assert.All(OrganizationKinds.All.Index(), kind => Assert.True(
            kind.Item.Owner is null || OrganizationKinds.All.Take(kind.Index).Contains(kind.Item.Owner)));
    }
}

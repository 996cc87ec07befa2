using Muster.Server.Directories;

namespace Muster.Server.Tests.Directories;

public sealed class SiteTreeTests
{
    [Fact]
    public void A_cycle_is_refused_with_its_path()
    {
        var tree = new SiteTree([("a", "t", null), ("b", "t", "a"), ("c", "t", "b")]);

        var faults = tree.Apply([new SiteMove("a", "t", "c")]);

        Assert.Contains("a > c > b > a", faults["a"].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_that_a_bulk_would_make_is_refused_and_what_stayed_goes_in()
    {
        var tree = new SiteTree([("a", "t", null), ("b", "t", "a")]);

        var faults = tree.Apply([new SiteMove("a", "t", "b"), new SiteMove("b", "t", "a")]);

        Assert.Equal(["a"], faults.Keys);
    }

    [Fact]
    public void Parents_may_come_after_their_parts() => Assert.Empty(
        new SiteTree([]).Apply([new SiteMove("b", "t", "a"), new SiteMove("a", "t", null)]));

    [Fact]
    public void What_counts_on_a_refused_site_is_refused_too()
    {
        var faults = new SiteTree([("u", "other", null)]).Apply(
            [new SiteMove("c", "t", "b"), new SiteMove("b", "t", "a"), new SiteMove("a", "t", "u")]);

        Assert.Equal(["a", "b", "c"], faults.Keys.Order());
    }

    [Fact]
    public void A_site_goes_with_all_its_parts_but_not_without_them()
    {
        (string, string, string?)[] sites = [("a", "t", null), ("b", "t", "a")];
        var gone = new SiteMove("a", null, null);

        Assert.Contains("part b", new SiteTree(sites).Apply([gone])["a"].Message, StringComparison.Ordinal);
        Assert.Empty(new SiteTree(sites).Apply([gone, new SiteMove("b", null, null)]));
    }

    [Fact]
    public void Any_moves_leave_a_tree()
    {
        var chance = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var names = Enumerable.Range(0, 8).Select(at => $"s{at}").ToList();
            (string, string, string?)[] sites = [.. names.Take(5).Select((name, at) =>
                (name, "t", at == 0 ? null : (string?)names[chance.Next(at)]))];
            SiteMove[] moves = [.. names.OrderBy(_ => chance.Next()).Take(6).Select(name => new SiteMove(
                name, chance.Next(5) == 0 ? null : "t", chance.Next(3) == 0 ? null : names[chance.Next(8)]))];

            var faults = new SiteTree(sites).Apply(moves);

            Assert.Null(WhatIsWrong(sites, moves.Where(move => !faults.ContainsKey(move.Site))));
        }
    }

    private static string? WhatIsWrong(
        IEnumerable<(string Site, string, string? Parent)> sites, IEnumerable<SiteMove> moves)
    {
        var parents = sites.ToDictionary(row => row.Site, row => row.Parent);
        foreach (var move in moves)
        {
            if (move.Tenant is null)
            {
                parents.Remove(move.Site);
            }
            else
            {
                parents[move.Site] = move.Parent;
            }
        }

        foreach (var site in parents.Keys)
        {
            var steps = 0;
            for (var at = parents[site]; at is not null; at = parents[at])
            {
                if (!parents.ContainsKey(at) || ++steps > parents.Count)
                {
                    return $"{site} leads to {at}.";
                }
            }
        }

        return null;
    }
}

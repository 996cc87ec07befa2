using Muster.Server.Adherence.Results;
using Muster.Server.Api;

namespace Muster.Server.Roles;

/// <summary>The role <c>aggregator</c>: judges adherence; the one that has the lease stores it.</summary>
public static class AggregatorRole
{
    public static void AddServices(IServiceCollection services) => services.AddHousekeeping().AddAggregator();
}

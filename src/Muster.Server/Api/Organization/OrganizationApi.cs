using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Time;
using Muster.Server.Api.Access;
using Muster.Server.Organization;
using NodaTime;

namespace Muster.Server.Api.Organization;

/// <summary>Every kind of item under the same routes.</summary>
public static class OrganizationApi
{
    public static void MapOrganizationApi(this IEndpointRouteBuilder api)
    {
        var organization = api.MapGroup("/organization");
        organization.MapKind<Tenant>();
        organization.MapKind<NamedZone>();
        organization.MapKind<Switch>();
        organization.MapKind<Skill>();
        organization.MapKind<Site>();
        organization.MapKind<BusinessUnit>();
        organization.MapKind<ManagementUnit>();
        organization.MapKind<Team>();
        organization.MapKind<ActivityCode>();
        organization.MapKind<PlanningGroup>();
        organization.MapKind<ServiceGoal>();
        organization.MapKind<WorkPlan>();
        organization.MapGet("/zones", ListZones).WithTags("Organization").ForSignedIn().Answers<Page<ZoneView>>()
            .Called("Lists every zone of the IANA time zone database", "With its offset from UTC now.");
    }

    private static void MapKind<T>(this IEndpointRouteBuilder organization)
        where T : OrganizationItem
    {
        var kind = OrganizationKinds.Of<T>();
        var (one, many) = (kind.Indefinite, kind.Path.Replace('-', ' '));
        var items = organization.MapGroup(kind.Path).WithTags("Organization");
        items.MapGet("/", (HttpContext http, OrganizationCache cache, [AsParameters] ItemsQuery query) =>
                ItemEndpoint.ListAsync<T>(http, cache, query))
            .RequiresSomewhere(Permissions.OrganizationView).Answers<Page<T>>()
            .Called($"Lists {many}", "All that the caller may see, by name.");
        items.MapGet("/{id:guid}", (HttpContext http, OrganizationCache cache, Guid id) =>
                ItemEndpoint.GetAsync(http, cache, kind, id))
            .RequiresSomewhere(Permissions.OrganizationView).Answers<T>().Called($"Reads {one}");
        items.MapPost("/", (HttpContext http, ItemEndpoint endpoint) => endpoint.CreateAsync(http, kind))
            .RequiresSomewhere(Permissions.OrganizationEdit).Accepts<NewItem<T>>("application/json").Answers<T>(201)
            .Called($"Creates {one}");
        items.MapPatch("/{id:guid}", (HttpContext http, ItemEndpoint endpoint, Guid id) =>
                endpoint.ChangeAsync(http, kind, id))
            .RequiresSomewhere(Permissions.OrganizationEdit).Accepts<ItemChange<T>>("application/json").Answers<T>()
            .NeedsVersion()
            .Called($"Changes {one}", "What is left out stays as it is; a list is replaced as a whole.");
        items.MapDelete("/{id:guid}", (HttpContext http, ItemEndpoint endpoint, Guid id) =>
                endpoint.RemoveAsync(http, kind, id))
            .RequiresSomewhere(Permissions.OrganizationEdit).Answers<T>().NeedsVersion()
            .Called($"Removes {one}", "One that is still in use stays. What is removed can be restored.");
        items.MapPost("/{id:guid}/restore", (HttpContext http, ItemEndpoint endpoint, Guid id) =>
                endpoint.RestoreAsync(http, kind, id))
            .RequiresSomewhere(Permissions.OrganizationEdit).Answers<T>().NeedsVersion()
            .Called($"Restores {one} that was removed");
    }

    private static Page<ZoneView> ListZones(TimeProvider time)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return new Page<ZoneView>([.. TimeZones.Names.Select(name => ZoneView.Of(name, now))]);
    }
}

using Ledger.Web.Api.Changes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ledger.Web.Api;

/// <summary>What <c>/openapi/v1.json</c> says of the API beyond what its endpoints show by themselves.</summary>
internal static class Description
{
    private const string ProblemJson = "application/problem+json";
    private const string Token = "token";

    public static IServiceCollection AddLedgerDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) => Complete(document));
            options.AddOperationTransformer(CompleteAsync);
        });

    public static RouteHandlerBuilder Describes(this RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.WithName(name)
        .WithSummary(summary)
        .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, ProblemJson)
        .Produces<ProblemDetails>(StatusCodes.Status404NotFound, ProblemJson);

    public static RouteHandlerBuilder DescribesChange(this RouteHandlerBuilder endpoint, string name, string summary)
    {
        int[] problems = [401, 403, 409, 412, 413, 415, 422, 428];
        foreach (var status in problems)
            endpoint.Produces<ProblemDetails>(status, ProblemJson);

        return endpoint
            .Describes(name, summary)
            .Produces<ChangeBody>()
            .Produces<ChangeBody>(StatusCodes.Status201Created);
    }

    private static Task Complete(OpenApiDocument document)
    {
        document.Info.Title = "Ledger";
        document.Info.Description = "Stories, what changed in them and why, and the log that proves it.";
        document.Servers?.Clear();
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token of 'ledger token create', or the session cookie of a page of this site.",
        };
        return Task.CompletedTask;
    }

    private static Task CompleteAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ExpectsVersion>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Required = true,
                Description = "The ETag of the version that was seen, such as \"5\"; * takes any.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        return Task.CompletedTask;
    }
}

/// <summary>An endpoint that asks for the version it is to change.</summary>
internal sealed class ExpectsVersion;

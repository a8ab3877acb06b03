in vec2 vLocal;
flat in vec3 vExtent;
flat in vec4 vColor;
flat in float vKind;
in float vFog;
out vec4 color;

float covered(float distance, float halfWidth) {
    float perPixel = max(fwidth(distance), 1e-6);
    float d = distance / perPixel, h = halfWidth / perPixel;
    return clamp(min(d + 0.5, h) - max(d - 0.5, -h), 0.0, 1.0);
}

void main() {
    float alpha;
    float rim = length(vLocal) - vExtent.x;
    if (vKind < 0.5) {
        // Shadow: distance to a box with corners as round as the blur is wide.
        vec2 q = abs(vLocal) - vExtent.xy + vExtent.z;
        float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - vExtent.z;
        alpha = 1.0 - smoothstep(-vExtent.z, vExtent.z, d);
    } else {
        float inside = vKind < 1.5 ? 0.12 : 0.16 * smoothstep(-0.6 * vExtent.x, 0.0, rim);
        alpha = max(covered(rim, vExtent.z), rim < 0.0 ? inside : 0.0);
    }
    color = vec4(vColor.rgb, vColor.a * alpha * (1.0 - clamp(vFog, 0.0, 1.0)));
}
